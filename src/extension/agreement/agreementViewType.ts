/** What VS Code knows the tabs by that say how far raters agree. */
export const agreementViewType = 'sessionNotes.agreement';
