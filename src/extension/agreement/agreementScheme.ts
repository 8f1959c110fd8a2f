/** The scheme of the documents that say how far raters agree. */
export const agreementScheme = 'session-notes-agreement';
