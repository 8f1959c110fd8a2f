/**
 * What is needed for transcripts alone: to import and export them, to compare raters, to code and to show them. It is a
 * file of its own on the desktop, as `later.ts` is, so that nobody waits for it who writes notes.
 */

export { AgreementPanels } from './agreement/agreementPanels';
export { copyForRaterCommand } from './agreement/copyForRaterCommand';
export { correctWordsCommand } from './agreement/correctWords';
export { makeBlindedCopies } from './agreement/makeBlindedCopies';
export { makeConsensus } from './agreement/makeConsensus';
export { exportPickedTranscripts } from './exchange/exportCommand';
export { importTranscripts } from './exchange/importCommand';
export { newCodeCommand } from './transcripts/codebookCommands';
export { PassagePages } from './transcripts/passagePages';
export { renameCodeCommand } from './transcripts/renameCode';
export { TranscriptPanels } from './transcripts/transcriptPanels';
