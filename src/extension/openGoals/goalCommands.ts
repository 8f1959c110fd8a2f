import * as vscode from 'vscode';
import { type CaseGoal, isOpen } from '../../core/case/case';
import { newestNote } from '../../core/case/newestNote';
import { addId, unsignedPaths } from '../../core/change/addId';
import { goalsToCarry } from '../../core/change/carriedMention';
import { carryOver } from '../../core/change/carryOver';
import { refused } from '../../core/change/change';
import { replaceGoal } from '../../core/change/replaceGoal';
import { message } from '../../core/message';
import type { GoalStatus } from '../../core/note/goalMention';
import type { Note } from '../../core/note/note';
import { readingsOf } from '../../core/note/readings';
import { readNote } from '../../core/practice/practice';
import { interfaceLanguage } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { askText } from '../services/dialogs';
import type { NoteIndex } from '../services/noteIndex';
import { editingFault, writeEdits } from '../services/noteWriter';
import { changedMeanwhile, type Outcome, tellRefusal, writeNote } from '../writing/writeNote';
import type { GoalElement } from './goalElements';
import { carryInto, setGoalStatus } from './goalStatus';
import { type GoalTarget, goalNow, goalTarget } from './goalTarget';

/** Marks the goal of a row, or at the caret. */
export async function markGoal(
  row: GoalElement | undefined,
  status: GoalStatus,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<void> {
  const target = await goalTarget(row, activeNote, index);
  tellRefusal(target === undefined ? noGoal : await setGoalStatus(target, status, index));
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

/** Carries every open goal of the active note's cases that the note covers and does not mention into it. */
export async function carryOverOpenGoals(activeNote: ActiveNote, index: NoteIndex): Promise<void> {
  await index.whenRead();
  const open = activeNote.current?.open;
  if (open === undefined) return;
  const goals = goalsToCarry(
    index.casesOf(open.document.uri),
    goal => isOpen(goal.status) && mayTake(open.note, goal),
  );
  const outcome = await writeNote(open.root, open.path, index, note => {
    const change = carryOver(note, goals, { language: note.language ?? interfaceLanguage() });
    return change.carried.length > 0 ? change : refused(message('goal.nothing-to-carry'));
  });
  tellRefusal(outcome);
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
  const title = message('goal.change.title', { file: newest.path });
  const text = await askText({ title, prompt: message('goal.change.text'), value: target.goal.text });
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

/** Writes one `^id` on every mention of a goal that has none, in one undoable edit over the notes of its case. */
export async function addGoalId(
  row: GoalElement | undefined,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<void> {
  const target = await goalTarget(row, activeNote, index);
  tellRefusal(target === undefined ? noGoal : await signGoal(target, index));
}

async function signGoal({ root, case: ofCase, goal }: GoalTarget, index: NoteIndex): Promise<Outcome> {
  const documents = new Map<string, vscode.TextDocument>();
  for (const path of unsignedPaths(goal)) {
    const uri = index.uriOf(root, path);
    if (uri === undefined) continue;
    const fault = await editingFault(uri);
    if (fault !== undefined) return refused(fault);
    documents.set(path, await vscode.workspace.openTextDocument(uri));
  }
  const noteAt = (path: string): Note | undefined => {
    const document = documents.get(path);
    return document && readNote(root, path, document.getText());
  };
  const signed = addId(goal, ofCase, noteAt, root.config.goalIds);
  if (signed.kind === 'refused') return signed;
  return writeEdits(
    [...signed.edits].flatMap(([path, edits]) => {
      const document = documents.get(path);
      return document === undefined ? [] : [{ document, edits }];
    }),
  );
}

const noGoal: Outcome = refused(message('goal.none-here'));
