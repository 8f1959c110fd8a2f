/**
 * What is shown once the notes are read: the rows of the views, and the problems of whole cases. On the desktop it is a file
 * of its own, as `later.ts` is, so that the extension starts without it.
 */

export { readRegister } from '../core/exchange/clientRegister';
export { problemsOfCases } from '../core/practice/problems';
export { decode } from '../core/text/decode';
export { ClientRows } from './clients/clientRows';
export { goalItem } from './openGoals/goalItem';
export { allProblems, problemsOnDisk } from './problems/problemsOfNote';
export { sweepWorkspace } from './services/files/createFile';
export { checklistItem } from './thisNote/checklistItem';
export { transcriptsOf } from './transcripts/codedTranscripts';
export { CodeMarks } from './transcripts/codeMarks';
export { CodesTree } from './transcripts/codesTree';
