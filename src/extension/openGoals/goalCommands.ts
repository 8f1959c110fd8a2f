import type * as vscode from 'vscode';
import { type Case, type CaseGoal, isOpen } from '../../core/case/case';
import { newestNote } from '../../core/case/newestNote';
import { isSameData } from '../../core/case/sameData';
import { addId, unsignedPaths } from '../../core/change/addId';
import { type GoalToCarry, goalsToCarry } from '../../core/change/carriedMention';
import { type CarriedOver, carryOver } from '../../core/change/carryOver';
import { refused } from '../../core/change/change';
import { replaceGoal } from '../../core/change/replaceGoal';
import { message } from '../../core/message';
import type { GoalStatus } from '../../core/note/goalMention';
import type { Note } from '../../core/note/note';
import { readingsOf } from '../../core/note/readings';
import { readNote } from '../../core/practice/practice';
import { interfaceLanguage } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { askText, confirm } from '../services/dialogs';
import { nameShown, wordsShown } from '../services/hiddenWords';
import type { NoteIndex } from '../services/noteIndex';
import { documentToEdit, writeEdits } from '../services/noteWriter';
import { pickDue, sessionAfterToday } from '../services/pickDue';
import { changedMeanwhile, type Outcome, tellRefusal, writeNote } from '../writing/writeNote';
import type { GoalElement } from './goalElements';
import { carryInto, changeGoalIn } from './goalStatus';
import { type GoalTarget, goalNow, goalTarget } from './goalTarget';

/** Marks the goal of a row, or at the caret. */
export async function markGoal(
  row: GoalElement | undefined,
  status: GoalStatus,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<void> {
  const target = await goalTarget(row, activeNote, index);
  tellRefusal(target === undefined ? noGoal : await changeGoalIn(target, { status }, index));
}

/** Asks for the day that the goal of a row, or at the caret, is due, and writes it. */
export async function setDueDate(
  row: GoalElement | undefined,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<void> {
  const target = await goalTarget(row, activeNote, index);
  if (target === undefined) return tellRefusal(noGoal);
  const due = await pickDue(message('due.title'), sessionAfterToday(target.case));
  if (due !== undefined) tellRefusal(await changeGoalIn(target, { due }, index));
}

/** Carries the goal of a row, or at the caret, into the newest note of its case. */
export async function carryOverGoal(
  row: GoalElement | undefined,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<void> {
  const target = await goalTarget(row, activeNote, index);
  const newest = target === undefined ? undefined : newestNote(target.case);
  if (target === undefined || newest === undefined) return tellRefusal(noGoal);
  tellRefusal(await carryInto(target, newest.path, undefined, index));
}

/** Whether a note covers the stage of a goal, if it has one, or follows another protocol than the goal is of. */
function mayTake(note: Note, { protocol, stage }: CaseGoal): boolean {
  if (stage === undefined) return true;
  const own = readingsOf(note).find(({ protocolId }) => protocolId === protocol);
  return own?.coveredStages.includes(stage) ?? true;
}

/**
 * Carries every open goal of the active note's cases that the note covers and does not mention into it; where there is
 * none, those of other stages, after asking.
 */
export async function carryOverOpenGoals(activeNote: ActiveNote, index: NoteIndex): Promise<void> {
  await index.whenRead();
  const open = activeNote.current?.open;
  if (open === undefined) return;
  const goals = await goalsForNote(open.note, index.casesOf(open.document.uri));
  if (goals === undefined) return;
  const outcome = await writeNote(open.root, open.path, index, note => {
    const change = carriedInto(note, goals);
    return change.carried.length > 0 ? change : refused(message('goal.nothing-to-carry'));
  });
  tellRefusal(outcome);
}

/** The open goals that are to be carried into a note; undefined where it was said that none are. */
async function goalsForNote(note: Note, cases: readonly Case[]): Promise<readonly GoalToCarry[] | undefined> {
  const own = goalsToCarry(cases, goal => isOpen(goal.status) && mayTake(note, goal));
  if (carriedInto(note, own).carried.length > 0) return own;
  const others = goalsToCarry(cases, goal => isOpen(goal.status) && !mayTake(note, goal));
  const count = carriedInto(note, others).carried.length;
  if (count === 0) return own;
  const question = message('goal.carry-others.confirm', { count });
  return (await confirm({ question, button: message('goal.carry.confirm-button') })) ? others : undefined;
}

function carriedInto(note: Note, goals: readonly GoalToCarry[]): CarriedOver {
  return carryOver(note, goals, { language: note.language ?? interfaceLanguage() });
}

/** Drops a goal with its reason and opens what takes its place, both in the newest note of the case. */
export async function changeGoalCommand(
  row: GoalElement | undefined,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<void> {
  const target = await goalTarget(row, activeNote, index);
  tellRefusal(target === undefined ? noGoal : await changeGoalOf(target, index));
}

/** Asks for what takes the place of a goal and why, and writes both to the newest note of the case. */
async function changeGoalOf(target: GoalTarget, index: NoteIndex): Promise<Outcome> {
  const newest = newestNote(target.case);
  if (newest === undefined) return noGoal;
  const title = message('goal.change.title', { file: nameShown(newest.path, 'file') });
  const [value = ''] = wordsShown([target.goal.text]);
  const text = await askText({ title, prompt: message('goal.change.text'), value });
  if (text === undefined) return { kind: 'cancelled' };
  const reason = await askText({ title, prompt: message('goal.change.reason') });
  if (reason === undefined) return { kind: 'cancelled' };
  const now = goalNow(target, index);
  if (now === undefined || newestNote(now.case)?.path !== newest.path) return changedMeanwhile;
  const [changed] = goalsToCarry(
    [now.case],
    goal => goal.key === target.goal.key && goal.kind === target.goal.kind,
  );
  if (changed === undefined) return noGoal;
  return writeNote(target.root, newest.path, index, note => {
    const language = note.language ?? interfaceLanguage();
    return replaceGoal(note, newest.path, changed, { text, reason, language });
  });
}

/**
 * Writes one `^id` on every mention of a goal that has none, in one undoable edit over the notes of its case; asks
 * before where these are several.
 */
export async function addGoalId(
  row: GoalElement | undefined,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<void> {
  const target = await goalTarget(row, activeNote, index);
  tellRefusal(target === undefined ? noGoal : await addIdTo(target, index));
}

/** Writes one `^id` on every mention of a goal that has none, once that was agreed to where it is more than one note. */
async function addIdTo(target: GoalTarget, index: NoteIndex): Promise<Outcome> {
  return (await confirmSigning(target, index)) ? signGoal(target, index) : { kind: 'cancelled' };
}

/** Earlier notes are not rewritten in passing. */
async function confirmSigning({ goal }: GoalTarget, index: NoteIndex): Promise<boolean> {
  const paths = unsignedPaths(goal);
  if (paths.length < 2) return true;
  const question = message('goal.sign.confirm', { count: paths.length });
  const detail = paths.map(path => nameShown(path, 'file')).join('\n');
  if (!(await confirm({ question, detail, button: message('goal.sign.confirm-button') }))) return false;
  // What arrived meanwhile, and no event told of yet, may mention the goal, too.
  await index.reconcile();
  return true;
}

async function signGoal(target: GoalTarget, index: NoteIndex): Promise<Outcome> {
  const { root } = target;
  const paths = unsignedPaths(target.goal);
  const documents = new Map<string, vscode.TextDocument>();
  for (const path of paths) {
    const uri = index.uriOf(root, path);
    if (uri === undefined) continue;
    const document = await documentToEdit(uri);
    if ('reason' in document) return document;
    documents.set(path, document);
  }
  // From here on nothing is waited for: these are all the notes that were asked about, or nothing is written.
  const now = goalNow(target, index);
  if (now === undefined || !isSameData(unsignedPaths(now.goal), paths)) return changedMeanwhile;
  const noteAt = (path: string): Note | undefined => {
    const document = documents.get(path);
    return document && readNote(root, path, document.getText());
  };
  const signed = addId(now.goal, now.case, noteAt, root.config.goalIds);
  if (signed.kind === 'refused') return signed;
  return writeEdits(
    [...signed.edits].flatMap(([path, edits]) => {
      const document = documents.get(path);
      return document === undefined ? [] : [{ document, edits }];
    }),
  );
}

const noGoal: Outcome = refused(message('goal.none-here'));
