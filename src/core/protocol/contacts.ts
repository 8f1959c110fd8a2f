/** What a meeting with or about a client may have been, other than a session with the client alone. */
export const contactNames = ['group', 'parent', 'home-visit', 'phone', 'consultation', 'other'] as const;
export type Contact = (typeof contactNames)[number];
