/** What VS Code knows the tabs of Case Progress by. */
export const progressViewType = 'sessionNotes.caseProgress';
/** The scheme of the documents that Session Briefs are. */
export const briefScheme = 'session-notes-brief';
