/** Internal: writes into the files of the practice what mends a problem of a note. */
export const changePracticeCommand = 'sessionNotes.changePractice';
