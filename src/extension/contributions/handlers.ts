import type * as vscode from 'vscode';
import type { GoalStatus } from '../../core/note/goalMention';
import type { AgreementViews } from '../agreement/agreementViews';
import type { BlindingTarget } from '../agreement/makeBlindedCopies';
import type { ClientsView } from '../clients/clientsView';
import type { ExportTarget } from '../exchange/exportCommand';
import { type GoalElement, goToGoalCommand } from '../openGoals/goalElements';
import type { OpenGoalsState } from '../openGoals/openGoalsState';
import type { OpenGoalsView } from '../openGoals/openGoalsView';
import type { CaseViews } from '../progress/caseViews';
import type { CaseRow } from '../services/caseRow';
import type { HiddenWords } from '../services/hiddenWords';
import type { Services } from '../services/services';
import type { CodesView } from '../transcripts/codesView';
import type { PassageViews } from '../transcripts/passageViews';
import type { TranscriptTools } from '../transcripts/transcriptTools';
import type { ArgumentsOf } from './commandEntry';
import type { CommandId, commands } from './commands';

/** What commands work on. */
export interface CommandParts extends Services {
  readonly context: Pick<vscode.ExtensionContext, 'workspaceState' | 'globalStorageUri'>;
  readonly log: Pick<vscode.LogOutputChannel, 'show'>;
  readonly hiddenWords: HiddenWords;
  readonly goalsState: OpenGoalsState;
  readonly openGoals: OpenGoalsView;
  readonly clients: ClientsView;
  readonly caseViews: CaseViews;
  readonly agreement: AgreementViews;
  readonly transcripts: TranscriptTools;
  readonly codes: CodesView;
  readonly passages: PassageViews;
}

/** What each command of the table runs, with what its menus, keys and links give it. */
type CommandHandlers = {
  readonly [Id in CommandId]: (...given: ArgumentsOf<(typeof commands)[Id]>) => unknown;
};

/** What every command runs. What is seldom used is loaded when it is. */
export function commandHandlers(parts: CommandParts): CommandHandlers {
  const { extensionUri, roots, openNotes, index, activeNote, goalsState, openGoals, caseViews } = parts;
  const { agreement, transcripts, codes, passages } = parts;
  const { workspaceState: memory, globalStorageUri: storage } = parts.context;
  const later = () => import('../later');
  const research = () => import('../research');
  const newSessionNote = async (row?: CaseRow) =>
    (await later()).newSessionNote(row, roots, index, found => caseViews.showBriefBeside(found));
  const marks = (status: GoalStatus) => async (row?: GoalElement) =>
    (await later()).markGoal(row, status, activeNote, index);
  return {
    // A view's title calls it with the row that has the focus, which nobody chose for it.
    'sessionNotes.newSessionNote': () => newSessionNote(),
    'sessionNotes.newSessionNoteForClient': row => newSessionNote(row),
    'sessionNotes.newQuickNote': async row => (await later()).newQuickNote(row, roots, index),
    'sessionNotes.finishNote': async row =>
      (await later()).finishNoteCommand(row && 'note' in row ? row : undefined, activeNote, index),
    'sessionNotes.showPrompt': async () => (await later()).showPromptCommand(activeNote),
    'sessionNotes.insertStage': async () => (await later()).insertStageCommand(activeNote),
    'sessionNotes.insertSection': async () => (await later()).insertSectionCommand(activeNote),
    'sessionNotes.insertGoal': async () => (await later()).insertGoalCommand(activeNote, index),
    'sessionNotes.insertChoice': async () => (await later()).insertChoiceCommand(activeNote),
    'sessionNotes.insertMissingStages': async () => (await later()).insertMissingStages(activeNote),
    'sessionNotes.insertFromChecklist': async row =>
      row && (await later()).insertFromChecklist(row, activeNote),
    'sessionNotes.keepAsOwnHeading': async row => row && (await later()).keepAsOwnHeading(row),
    'sessionNotes.fixAllProblems': async () => (await later()).fixAllProblems(activeNote),

    'sessionNotes.newGoal': async row => (await later()).newGoal('goal', row, activeNote, index),
    'sessionNotes.newAction': async row => (await later()).newGoal('action', row, activeNote, index),
    'sessionNotes.continueList': async () => (await later()).continueListCommand(activeNote),
    'sessionNotes.markGoalAchieved': marks('achieved'),
    'sessionNotes.markSelectedGoalAchieved': async () => {
      const row = openGoals.selectedGoal();
      if (row !== undefined) await marks('achieved')(row);
    },
    'sessionNotes.markGoalInProgress': marks('in-progress'),
    'sessionNotes.putGoalOnHold': marks('on-hold'),
    'sessionNotes.dropGoal': marks('dropped'),
    'sessionNotes.reopenGoal': marks('open'),
    'sessionNotes.setDueDate': async row => (await later()).setDueDate(row, activeNote, index),
    'sessionNotes.carryOverGoal': async row => (await later()).carryOverGoal(row, activeNote, index),
    'sessionNotes.changeGoal': async row => (await later()).changeGoalCommand(row, activeNote, index),
    'sessionNotes.addGoalId': async row => (await later()).addGoalId(row, activeNote, index),
    'sessionNotes.carryOverOpenGoals': async () => (await later()).carryOverOpenGoals(activeNote, index),
    [goToGoalCommand]: async row => row && (await later()).goToGoal(row, index),
    'sessionNotes.findGoal': async () => (await later()).findGoal(openGoals.goalRows(), index),
    'sessionNotes.goToNextOpenGoal': async () => (await later()).goToOpenGoal(1, activeNote),
    'sessionNotes.goToPreviousOpenGoal': async () => (await later()).goToOpenGoal(-1, activeNote),
    'sessionNotes.revealNoteInOpenGoals': () => openGoals.reveal(activeNote),
    'sessionNotes.groupByClient': () => goalsState.change({ grouping: 'client' }),
    'sessionNotes.groupByStage': () => goalsState.change({ grouping: 'stage' }),
    'sessionNotes.groupByDue': () => goalsState.change({ grouping: 'due' }),
    'sessionNotes.showOverdue': () => goalsState.change({ overdue: true }),
    'sessionNotes.showAnyDue': () => goalsState.change({ overdue: false }),
    'sessionNotes.showClosedCases': () => goalsState.change({ closed: true }),
    'sessionNotes.hideClosedCases': () => goalsState.change({ closed: false }),

    'sessionNotes.openNoteToSide': async row => (await later()).openNoteToSide(row, index),
    'sessionNotes.copyNotePath': async row => (await later()).copyNotePath(row),
    'sessionNotes.openLastSession': async row => (await later()).openLastSession(row, index),
    'sessionNotes.goToClient': () => parts.clients.goToClient(),
    'sessionNotes.findInCase': async row => (await later()).findInCase(row, activeNote, index),
    'sessionNotes.openNextSession': async () => (await later()).goToSession(1, activeNote, index),
    'sessionNotes.openPreviousSession': async () => (await later()).goToSession(-1, activeNote, index),
    'sessionNotes.showCaseProgress': row => caseViews.showProgress(row),
    'sessionNotes.showSessionBrief': row => caseViews.showBrief(row),
    'sessionNotes.copySessionBrief': () => caseViews.copyBrief(),
    'sessionNotes.closeCase': async row => (await later()).closeCaseCommand({ row, activeNote, index }),
    'sessionNotes.reopenCase': async row => (await later()).reopenCaseCommand({ row, activeNote, index }),
    'sessionNotes.renameClient': async row => (await later()).renameClientCommand({ row, activeNote, index }),
    'sessionNotes.showMine': () => goalsState.change({ mine: true }),
    'sessionNotes.showEveryones': () => goalsState.change({ mine: false }),

    'sessionNotes.applyCode': async code =>
      (await later()).applyCode(asText(code), activeNote, roots, memory, async () =>
        (await codes.tree()).transcripts.all(),
      ),
    'sessionNotes.removeCode': async code => (await later()).removeCode(asText(code), activeNote),
    'sessionNotes.setStageFromHere': async stage =>
      (await later()).setStageFromHere(asText(stage), activeNote),
    'sessionNotes.foldCodes': () => transcripts.foldCodes(true),
    'sessionNotes.unfoldCodes': () => transcripts.foldCodes(false),
    'sessionNotes.showTranscriptPicture': () => transcripts.showPicture(),
    'sessionNotes.newCode': async () => (await research()).newCodeCommand(activeNote, roots),
    'sessionNotes.filterCodes': () => codes.filter(),
    'sessionNotes.renameCode': async row =>
      (await research()).renameCodeCommand(row, (await codes.tree()).transcripts, roots, index),
    'sessionNotes.showPassages': row => passages.show(row),
    'sessionNotes.savePassages': () => passages.save(),
    'sessionNotes.compareRaters': () => agreement.compareRaters(),
    'sessionNotes.copyComparison': () => agreement.copyComparison(),
    'sessionNotes.saveComparison': () => agreement.saveComparison(),
    'sessionNotes.copyForRater': () => agreement.copyForRater(),
    'sessionNotes.correctWords': async () => (await research()).correctWordsCommand(parts),
    'sessionNotes.makeBlindedCopy': async (clicked, selected, target?: BlindingTarget) =>
      (await research()).makeBlindedCopies(clicked, selected, target, parts),
    'sessionNotes.makeConsensus': () => agreement.makeConsensus(),
    'sessionNotes.importTranscript': async (clicked, selected) =>
      (await research()).importTranscripts(clicked, selected, roots, index),
    'sessionNotes.exportTranscripts': async (clicked, selected, target?: ExportTarget) =>
      (await research()).exportPickedTranscripts(clicked, selected, target, roots, openNotes),

    'sessionNotes.newProtocol': async () => (await later()).newProtocol(activeNote, roots),
    'sessionNotes.showProtocol': async id => (await later()).showProtocol(asText(id), activeNote, roots),
    'sessionNotes.copyProtocol': async () => (await later()).copyProtocol(extensionUri, activeNote, roots),
    'sessionNotes.changeProtocol': async () => (await later()).changeProtocolOfNote(activeNote),

    'sessionNotes.menu': async () => (await later()).showMenu(),
    'sessionNotes.chooseViewOptions': async () => (await later()).chooseViewOptions(goalsState),
    'sessionNotes.openSampleWorkspace': async () =>
      (await later()).openSampleWorkspace(extensionUri, storage),
    'sessionNotes.openDocumentation': async () => (await later()).openDocumentation(extensionUri),
    'sessionNotes.hideWords': () => parts.hiddenWords.change(true),
    'sessionNotes.showWords': () => parts.hiddenWords.change(false),
    'sessionNotes.refreshOpenGoals': () => index.reconcile(),
    'sessionNotes.showLog': () => parts.log.show(),
  };
}

/** Menus give commands what they stand beside, key bindings and links a text. */
function asText(given: unknown): string | undefined {
  return typeof given === 'string' ? given : undefined;
}
