/**
 * What is not needed when VS Code starts: on the desktop a file of its own, which is loaded when it is first used. All
 * of it is imported from here, by `import()`: were there several such modules, what they share would be many files.
 */

export { AgreementPages } from './agreement/agreementPages';
export { copyForRaterCommand } from './agreement/copyForRaterCommand';
export { makeConsensus } from './agreement/makeConsensus';
export { changeProtocolOfNote } from './commands/changeProtocol';
export { closeCaseCommand } from './commands/closeCase';
export { finishNoteCommand } from './commands/finishNote';
export { fixAllProblems } from './commands/fixAllProblems';
export {
  addGoalId,
  carryOverGoal,
  carryOverOpenGoals,
  changeGoalCommand,
  markGoal,
} from './commands/goalCommands';
export { tickGoal } from './commands/goalStatus';
export { findGoal, goToGoal } from './commands/goToGoal';
export { goToStage } from './commands/goToStage';
export { insertChoiceCommand, insertGoalCommand } from './commands/insertAtCaret';
export {
  insertFromChecklist,
  insertMissingStages,
  insertSectionCommand,
  insertStageCommand,
} from './commands/insertHeadings';
export { goToOpenGoal, goToSession, openLastSession } from './commands/navigation';
export { newSessionNote } from './commands/newSessionNote';
export { openSampleWorkspace } from './commands/openSampleWorkspace';
export { copyProtocol, newProtocol, showProtocol } from './commands/protocolCommands';
export { renameClientCommand } from './commands/renameClient';
export { reopenCaseCommand } from './commands/reopenCase';
export { completionItems } from './editing/completionItems';
export { faultOf } from './editing/editOpenNote';
export { disabled, fixAllActions, quickFixActions } from './editing/fixActions';
export { hoverAt } from './editing/hoverText';
export * as namedGoals from './editing/namedGoals';
export { exportPickedTranscripts } from './exchange/exportCommand';
export { importTranscripts } from './exchange/importCommand';
export { pickCase } from './progress/pickCase';
export { ProgressPanels } from './progress/progressPanels';
export { SessionBriefs } from './progress/sessionBriefs';
export * as noteDefinitions from './protocols/noteDefinitions';
export { protocolDocumentText } from './protocols/protocolDocuments';
export * as protocolFiles from './protocols/protocolFiles';
export { transcriptsOf } from './transcripts/codedTranscripts';
export { CodeMarks } from './transcripts/codeMarks';
export { CodesTree } from './transcripts/codesTree';
export { transcriptCommand } from './transcripts/transcriptCommands';
export { TranscriptPanels } from './transcripts/transcriptPanels';
export { checklistItem } from './views/checklistItem';
export { ClientRows } from './views/clientRows';
export { goalItem } from './views/goalItem';
