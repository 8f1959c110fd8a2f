import * as vscode from 'vscode';
import type { GoalStatus } from '../../core/note/goalMention';
import type { ExportTarget } from '../exchange/exportCommand';
import { type GoalElement, goToGoalCommand } from '../openGoals/goalElements';
import { placeCaret, placeCaretCommand } from '../problems/placeCaret';
import type { CaseRow } from '../services/caseRow';
import { type ChecklistRow, goToStageCommand, insertFromChecklistCommand } from '../thisNote/checklistRow';
import { transcriptCommands } from '../transcripts/transcriptCommandIds';
import type { CommandContext } from './commandContext';

/** The commands that mark a goal, and what they mark it as. */
const markCommands: Readonly<Record<string, GoalStatus>> = {
  'sessionNotes.markGoalAchieved': 'achieved',
  'sessionNotes.markGoalInProgress': 'in-progress',
  'sessionNotes.putGoalOnHold': 'on-hold',
  'sessionNotes.dropGoal': 'dropped',
  'sessionNotes.reopenGoal': 'open',
};

/** Registers every command of the extension. What is seldom used is loaded when it is. */
export function registerCommands(parts: CommandContext): vscode.Disposable {
  const {
    context,
    log,
    roots,
    openNotes,
    index,
    activeNote,
    goalsState,
    openGoals,
    caseViews,
    agreement,
    transcripts,
  } = parts;
  const later = () => import('../later');
  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    'sessionNotes.insertStage': async () => (await later()).insertStageCommand(activeNote),
    'sessionNotes.insertSection': async () => (await later()).insertSectionCommand(activeNote),
    'sessionNotes.insertGoal': async () => (await later()).insertGoalCommand(activeNote, index),
    'sessionNotes.insertChoice': async () => (await later()).insertChoiceCommand(activeNote),
    'sessionNotes.insertMissingStages': async () => (await later()).insertMissingStages(activeNote),
    'sessionNotes.fixAllProblems': async () => (await later()).fixAllProblems(activeNote),
    // A view's title calls it with the row that has the focus, which nobody chose for it.
    'sessionNotes.newSessionNote': async () => (await later()).newSessionNote(undefined, roots, index),
    'sessionNotes.newSessionNoteForClient': async (row?: CaseRow) =>
      (await later()).newSessionNote(row, roots, index),
    'sessionNotes.finishNote': async () => (await later()).finishNoteCommand(activeNote, index),
    'sessionNotes.carryOverGoal': async (row?: GoalElement) =>
      (await later()).carryOverGoal(row, activeNote, index),
    'sessionNotes.carryOverOpenGoals': async () => (await later()).carryOverOpenGoals(activeNote, index),
    'sessionNotes.changeGoal': async (row?: GoalElement) =>
      (await later()).changeGoalCommand(row, activeNote, index),
    'sessionNotes.addGoalId': async (row?: GoalElement) => (await later()).addGoalId(row, activeNote, index),
    'sessionNotes.goToNextOpenGoal': async () => (await later()).goToOpenGoal(1, activeNote),
    'sessionNotes.goToPreviousOpenGoal': async () => (await later()).goToOpenGoal(-1, activeNote),
    'sessionNotes.openNextSession': async () => (await later()).goToSession(1, activeNote, index),
    'sessionNotes.openPreviousSession': async () => (await later()).goToSession(-1, activeNote, index),
    'sessionNotes.openLastSession': async (row?: CaseRow) => (await later()).openLastSession(row, index),
    'sessionNotes.closeCase': async (row?: CaseRow) =>
      (await later()).closeCaseCommand({ row, activeNote, index }),
    'sessionNotes.reopenCase': async (row?: CaseRow) =>
      (await later()).reopenCaseCommand({ row, activeNote, index }),
    'sessionNotes.renameClient': async (row?: CaseRow) =>
      (await later()).renameClientCommand({ row, activeNote, index }),
    ...Object.fromEntries(
      Object.entries(markCommands).map(([id, status]) => [
        id,
        async (row?: GoalElement) => (await later()).markGoal(row, status, activeNote, index),
      ]),
    ),
    'sessionNotes.newProtocol': async () => (await later()).newProtocol(activeNote, roots),
    'sessionNotes.showProtocol': async (id?: unknown) =>
      (await later()).showProtocol(asText(id), activeNote, roots),
    'sessionNotes.copyProtocol': async () =>
      (await later()).copyProtocol(context.extensionUri, activeNote, roots),
    'sessionNotes.changeProtocol': async () => (await later()).changeProtocolOfNote(activeNote),
    'sessionNotes.openSampleWorkspace': async () => (await later()).openSampleWorkspace(context.extensionUri),
    'sessionNotes.showCaseProgress': (row?: CaseRow) => caseViews.showProgress(row),
    'sessionNotes.showSessionBrief': (row?: CaseRow) => caseViews.showBrief(row),
    'sessionNotes.copySessionBrief': () => caseViews.copyBrief(),
    ...Object.fromEntries(
      transcriptCommands.map(id => [
        `sessionNotes.${id}`,
        async (argument?: unknown) => (await later()).transcriptCommand(id, argument, parts),
      ]),
    ),
    'sessionNotes.foldCodes': () => transcripts.foldCodes(true),
    'sessionNotes.unfoldCodes': () => transcripts.foldCodes(false),
    'sessionNotes.compareRaters': () => agreement.compareRaters(),
    'sessionNotes.copyForRater': () => agreement.copyForRater(),
    'sessionNotes.makeConsensus': () => agreement.makeConsensus(),
    'sessionNotes.importTranscript': async (clicked?: vscode.Uri, selected?: readonly vscode.Uri[]) =>
      (await later()).importTranscripts(clicked, selected, roots, index),
    'sessionNotes.exportTranscripts': async (
      clicked?: vscode.Uri,
      selected?: readonly vscode.Uri[],
      target?: ExportTarget,
    ) => (await later()).exportPickedTranscripts(clicked, selected, target, roots, openNotes),
    'sessionNotes.showLog': () => log.show(),
    'sessionNotes.refreshOpenGoals': () => index.reconcile(),
    'sessionNotes.groupByClient': () => goalsState.change({ grouping: 'client' }),
    'sessionNotes.groupByStage': () => goalsState.change({ grouping: 'stage' }),
    'sessionNotes.groupByDue': () => goalsState.change({ grouping: 'due' }),
    'sessionNotes.showMine': () => goalsState.change({ mine: true }),
    'sessionNotes.showEveryones': () => goalsState.change({ mine: false }),
    'sessionNotes.showOverdue': () => goalsState.change({ overdue: true }),
    'sessionNotes.showAnyDue': () => goalsState.change({ overdue: false }),
    'sessionNotes.showClosedCases': () => goalsState.change({ closed: true }),
    'sessionNotes.hideClosedCases': () => goalsState.change({ closed: false }),
    'sessionNotes.findGoal': async () => (await later()).findGoal(openGoals.goalRows(), index),
    'sessionNotes.revealNoteInOpenGoals': () => openGoals.reveal(activeNote),
    [goToGoalCommand]: async (row: GoalElement) => (await later()).goToGoal(row, index),
    [goToStageCommand]: async (row: ChecklistRow) => (await later()).goToStage(row, activeNote),
    [insertFromChecklistCommand]: async (row: ChecklistRow) =>
      (await later()).insertFromChecklist(row, activeNote),
    [placeCaretCommand]: placeCaret,
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)),
  );
}

/** Menus call commands with arguments of their own. */
function asText(argument: unknown): string | undefined {
  return typeof argument === 'string' ? argument : undefined;
}
