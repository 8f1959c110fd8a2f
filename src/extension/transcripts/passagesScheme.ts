/** The scheme of the pages that show what is coded. */
export const passagesScheme = 'session-notes-passages';
