/** The transcripts of the sample workspace, by the language of what is said. */
export const transcripts = {
  en: 'C-007/2026-09-22-session-2-transcript.session.md',
  id: 'K-014/2026-01-21-session-2-transcript.session.md',
} as const;
