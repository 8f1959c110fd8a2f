/**
 * What somebody does with notes. On the desktop it is a file of its own, which is loaded when something of it is first used,
 * as what `shown.ts` and `research.ts` export is. It is imported by `import()`, from one of these three: were there more such
 * modules, what they share would be many files.
 */

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
export { tickGoal } from './openGoals/goalStatus';
export { findGoal, goToGoal } from './openGoals/goToGoal';
export * as namedGoals from './openGoals/namedGoals';
export { newGoal } from './openGoals/newGoal';
export { goToOpenGoal } from './openGoals/nextOpenGoal';
export { chooseViewOptions } from './openGoals/viewOptions';
export { disabled, fixAllActions, quickFixActions } from './problems/fixActions';
export { fixAllProblems } from './problems/fixAllProblems';
export { ProgressPanels } from './progress/progressPanels';
export { SessionBriefs } from './progress/sessionBriefs';
export { changeProtocolOfNote } from './protocols/changeProtocol';
export { newProtocol } from './protocols/newProtocol';
export * as noteDefinitions from './protocols/noteDefinitions';
export { copyProtocol, showProtocol } from './protocols/protocolCommands';
export { protocolDocumentText } from './protocols/protocolDocuments';
export * as protocolFiles from './protocols/protocolFiles';
export { faultOf } from './services/editOpenNote';
export { pickCase } from './services/pickCase';
export { changePractice } from './services/practiceWriter';
export { goToStage, insertFromChecklist, keepAsOwnHeading } from './thisNote/checklistCommands';
export { applyCode, removeCode, setStageFromHere } from './transcripts/codeCommands';
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
