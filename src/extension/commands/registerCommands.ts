import * as vscode from 'vscode';
import type { GoalStatus } from '../../core/note/goalMention';
import { placeCaret, placeCaretCommand } from '../editing/placeCaret';
import type { ExportTarget } from '../exchange/exportCommand';
import type { CaseRow } from '../views/caseRow';
import { type ChecklistRow, goToStageCommand, insertFromChecklistCommand } from '../views/checklistRow';
import { type GoalElement, goToGoalCommand } from '../views/goalElements';
import { type CommandContext, transcriptCommands } from './commandContext';

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
  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    'sessionNotes.insertStage': async () => (await import('./insertHeadings')).insertStageCommand(activeNote),
    'sessionNotes.insertSection': async () =>
      (await import('./insertHeadings')).insertSectionCommand(activeNote),
    'sessionNotes.insertGoal': async () =>
      (await import('./insertAtCaret')).insertGoalCommand(activeNote, index),
    'sessionNotes.insertChoice': async () =>
      (await import('./insertAtCaret')).insertChoiceCommand(activeNote),
    'sessionNotes.insertMissingStages': async () =>
      (await import('./insertHeadings')).insertMissingStages(activeNote),
    'sessionNotes.fixAllProblems': async () => (await import('./fixAllProblems')).fixAllProblems(activeNote),
    // A view's title calls it with the row that has the focus, which nobody chose for it.
    'sessionNotes.newSessionNote': async () =>
      (await import('./newSessionNote')).newSessionNote(undefined, roots, index),
    'sessionNotes.newSessionNoteForClient': async (row?: CaseRow) =>
      (await import('./newSessionNote')).newSessionNote(row, roots, index),
    'sessionNotes.finishNote': async () =>
      (await import('./finishNote')).finishNoteCommand(activeNote, index),
    'sessionNotes.carryOverGoal': async (row?: GoalElement) =>
      (await import('./goalCommands')).carryOverGoal(row, activeNote, index),
    'sessionNotes.carryOverOpenGoals': async () =>
      (await import('./goalCommands')).carryOverOpenGoals(activeNote, index),
    'sessionNotes.changeGoal': async (row?: GoalElement) =>
      (await import('./goalCommands')).changeGoalCommand(row, activeNote, index),
    'sessionNotes.addGoalId': async (row?: GoalElement) =>
      (await import('./goalCommands')).addGoalId(row, activeNote, index),
    'sessionNotes.goToNextOpenGoal': async () => (await import('./navigation')).goToOpenGoal(1, activeNote),
    'sessionNotes.goToPreviousOpenGoal': async () =>
      (await import('./navigation')).goToOpenGoal(-1, activeNote),
    'sessionNotes.openNextSession': async () =>
      (await import('./navigation')).goToSession(1, activeNote, index),
    'sessionNotes.openPreviousSession': async () =>
      (await import('./navigation')).goToSession(-1, activeNote, index),
    'sessionNotes.openLastSession': async (row?: CaseRow) =>
      (await import('./navigation')).openLastSession(row, index),
    'sessionNotes.closeCase': async (row?: CaseRow) =>
      (await import('./closeCase')).closeCaseCommand({ row, activeNote, index }),
    'sessionNotes.reopenCase': async (row?: CaseRow) =>
      (await import('./reopenCase')).reopenCaseCommand({ row, activeNote, index }),
    'sessionNotes.renameClient': async (row?: CaseRow) =>
      (await import('./renameClient')).renameClientCommand({ row, activeNote, index }),
    ...Object.fromEntries(
      Object.entries(markCommands).map(([id, status]) => [
        id,
        async (row?: GoalElement) =>
          (await import('./goalCommands')).markGoal(row, status, activeNote, index),
      ]),
    ),
    'sessionNotes.newProtocol': async () =>
      (await import('./protocolCommands')).newProtocol(activeNote, roots),
    'sessionNotes.showProtocol': async (id?: unknown) =>
      (await import('./protocolCommands')).showProtocol(asText(id), activeNote, roots),
    'sessionNotes.copyProtocol': async () =>
      (await import('./protocolCommands')).copyProtocol(context.extensionUri, activeNote, roots),
    'sessionNotes.changeProtocol': async () =>
      (await import('./changeProtocol')).changeProtocolOfNote(activeNote),
    'sessionNotes.openSampleWorkspace': async () =>
      (await import('./openSampleWorkspace')).openSampleWorkspace(context.extensionUri),
    'sessionNotes.showCaseProgress': (row?: CaseRow) => caseViews.showProgress(row),
    'sessionNotes.showSessionBrief': (row?: CaseRow) => caseViews.showBrief(row),
    'sessionNotes.copySessionBrief': () => caseViews.copyBrief(),
    ...Object.fromEntries(
      transcriptCommands.map(id => [
        `sessionNotes.${id}`,
        async (argument?: unknown) =>
          (await import('../transcripts/transcriptCommands')).transcriptCommand(id, argument, parts),
      ]),
    ),
    'sessionNotes.foldCodes': () => transcripts.foldCodes(true),
    'sessionNotes.unfoldCodes': () => transcripts.foldCodes(false),
    'sessionNotes.compareRaters': () => agreement.compareRaters(),
    'sessionNotes.copyForRater': () => agreement.copyForRater(),
    'sessionNotes.makeConsensus': () => agreement.makeConsensus(),
    'sessionNotes.importTranscript': async (clicked?: vscode.Uri, selected?: readonly vscode.Uri[]) =>
      (await import('../exchange/importCommand')).importTranscripts(clicked, selected, roots, index),
    'sessionNotes.exportTranscripts': async (
      clicked?: vscode.Uri,
      selected?: readonly vscode.Uri[],
      target?: ExportTarget,
    ) =>
      (await import('../exchange/exportCommand')).exportPickedTranscripts(
        clicked,
        selected,
        target,
        roots,
        openNotes,
      ),
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
    'sessionNotes.findGoal': async () => (await import('./goToGoal')).findGoal(openGoals, index),
    'sessionNotes.revealNoteInOpenGoals': () => openGoals.reveal(activeNote),
    [goToGoalCommand]: async (row: GoalElement) => (await import('./goToGoal')).goToGoal(row, index),
    [goToStageCommand]: async (row: ChecklistRow) => (await import('./goToStage')).goToStage(row, activeNote),
    [insertFromChecklistCommand]: async (row: ChecklistRow) =>
      (await import('./insertHeadings')).insertFromChecklist(row, activeNote),
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
