/**
 * What is not needed when VS Code starts: on the desktop a file of its own, which is loaded when it is first used. It is
 * imported by `import()`, from here or from `research.ts`: were there more such modules, what they share would be many
 * files.
 */

export { readRegister } from '../core/exchange/clientRegister';
export { problemsOfCases } from '../core/practice/problems';
export { decode } from '../core/text/decode';
export { ClientRows } from './clients/clientRows';
export { closeCaseCommand } from './clients/closeCase';
export { renameClientCommand } from './clients/renameClient';
export { reopenCaseCommand } from './clients/reopenCase';
export { copyNotePath, openNoteToSide } from './clients/sessionCommands';
export { findInCase, goToSession, openLastSession, pickClient } from './clients/sessionNavigation';
export { sessionSymbols } from './clients/sessionSymbols';
export { showMenu } from './contributions/menu';
export { openDocumentation } from './firstSteps/openDocumentation';
export { openSampleWorkspace } from './firstSteps/openSampleWorkspace';
export {
  addGoalId,
  carryOverGoal,
  carryOverOpenGoals,
  changeGoalCommand,
  markGoal,
  setDueDate,
} from './openGoals/goalCommands';
export { goalItem } from './openGoals/goalItem';
export { tickGoal } from './openGoals/goalStatus';
export { findGoal, goToGoal } from './openGoals/goToGoal';
export * as namedGoals from './openGoals/namedGoals';
export { newGoal } from './openGoals/newGoal';
export { goToOpenGoal } from './openGoals/nextOpenGoal';
export { chooseViewOptions } from './openGoals/viewOptions';
export { disabled, fixAllActions, quickFixActions } from './problems/fixActions';
export { fixAllProblems } from './problems/fixAllProblems';
export { allProblems, problemsOnDisk } from './problems/problemsOfNote';
export { ProgressPanels } from './progress/progressPanels';
export { SessionBriefs } from './progress/sessionBriefs';
export { changeProtocolOfNote } from './protocols/changeProtocol';
export { newProtocol } from './protocols/newProtocol';
export * as noteDefinitions from './protocols/noteDefinitions';
export { copyProtocol, showProtocol } from './protocols/protocolCommands';
export { protocolDocumentText } from './protocols/protocolDocuments';
export * as protocolFiles from './protocols/protocolFiles';
export { faultOf } from './services/editOpenNote';
export { sweepWorkspace } from './services/files/createFile';
export { pickCase } from './services/pickCase';
export { changePractice } from './services/practiceWriter';
export { goToStage, insertFromChecklist, keepAsOwnHeading } from './thisNote/checklistCommands';
export { checklistItem } from './thisNote/checklistItem';
export { applyCode, removeCode, setStageFromHere } from './transcripts/codeCommands';
export { transcriptsOf } from './transcripts/codedTranscripts';
export { CodeMarks } from './transcripts/codeMarks';
export { CodesTree } from './transcripts/codesTree';
export { completionItems } from './writing/completionItems';
export { continueListCommand } from './writing/continueListCommand';
export { finishNoteCommand } from './writing/finishNote';
export { hoverAt } from './writing/hoverText';
export { insertChoiceCommand, insertGoalCommand } from './writing/insertAtCaret';
export {
  insertMissingStages,
  insertSectionCommand,
  insertStageCommand,
} from './writing/insertHeadings';
export { newQuickNote } from './writing/newQuickNote';
export { newSessionNote } from './writing/newSessionNote';
export { showPromptCommand } from './writing/showPrompt';
