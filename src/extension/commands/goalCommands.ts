import * as vscode from 'vscode';
import { isOpen } from '../../core/case/case';
import { newestNote } from '../../core/case/newestNote';
import { addId, unsignedPaths } from '../../core/goal/addId';
import { goalsToCarry } from '../../core/goal/carriedMention';
import { carryOver } from '../../core/goal/carryOver';
import { changeGoal } from '../../core/goal/changeGoal';
import type { GoalStatus } from '../../core/goal/goalMention';
import { message } from '../../core/message';
import type { Note } from '../../core/note/note';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { ActiveNote } from '../activeNote';
import { toTextEdits } from '../convert';
import { type GoalTarget, goalTarget } from '../goalTarget';
import type { NoteIndex } from '../noteIndex';
import type { GoalElement } from '../views/goalElements';
import { carryInto, type Outcome, parserOf, setGoalStatus, tellRefusal, write } from './goalStatus';

/** Marks the goal of a row, or at the caret. */
export async function markGoal(
  row: GoalElement | undefined,
  status: GoalStatus,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<void> {
  const target = goalTarget(row, activeNote, index);
  tellRefusal(target === undefined ? noGoal : await setGoalStatus(target, status, index));
}

/** Carries the goal of a row, or at the caret, into the newest note of its case. */
export async function carryOverGoal(
  row: GoalElement | undefined,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<void> {
  const target = goalTarget(row, activeNote, index);
  const newest = target === undefined ? undefined : newestNote(target.case);
  if (target === undefined || newest === undefined) return tellRefusal(noGoal);
  tellRefusal(await carryInto(target, newest.path, undefined, index));
}

/** Carries every open goal of the active note's cases that the note covers and does not mention into it. */
export async function carryOverOpenGoals(activeNote: ActiveNote, index: NoteIndex): Promise<void> {
  const open = activeNote.current?.open;
  if (open === undefined) return;
  const covered = new Set(open.note.coveredStages);
  const goals = goalsToCarry(
    index.casesOf(open.document.uri),
    goal => isOpen(goal.status) && covered.has(goal.stage),
  );
  const language = open.note.language ?? interfaceLanguage();
  const parse = parserOf(open.root, open.path);
  const outcome = await write(open.root, open.path, index, text => {
    const { edits, carried } = carryOver(text, parse, goals, { language });
    if (carried.length > 0) return { kind: 'edits', edits };
    return { kind: 'refused', reason: message('goal.nothing-to-carry') };
  });
  tellRefusal(outcome);
}

/** Drops a goal with its reason and opens what takes its place, both in the newest note of the case. */
export async function changeGoalCommand(
  row: GoalElement | undefined,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<void> {
  const target = goalTarget(row, activeNote, index);
  const newest = target === undefined ? undefined : newestNote(target.case);
  if (target === undefined || newest === undefined) return tellRefusal(noGoal);
  const text = await vscode.window.showInputBox({
    title: render(message('goal.change.title')),
    prompt: render(message('goal.change.text')),
    value: target.goal.text,
  });
  if (text === undefined) return;
  const reason = await vscode.window.showInputBox({
    title: render(message('goal.change.title')),
    prompt: render(message('goal.change.reason')),
  });
  if (reason === undefined) return;
  const [changed] = goalsToCarry(
    [target.case],
    goal => goal.key === target.goal.key && goal.kind === target.goal.kind,
  );
  if (changed === undefined) return tellRefusal(noGoal);
  const parse = parserOf(target.root, newest.path);
  const outcome = await write(target.root, newest.path, index, current => {
    const language = parse(current).language ?? interfaceLanguage();
    return changeGoal(current, newest.path, parse, changed, { text, reason, language });
  });
  tellRefusal(outcome);
}

/** Writes one `^id` on every mention of a goal that has none, in one undoable edit over the notes of its case. */
export async function addGoalId(
  row: GoalElement | undefined,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<void> {
  const target = goalTarget(row, activeNote, index);
  if (target === undefined) return tellRefusal(noGoal);
  const notes = await notesAt(target, unsignedPaths(target.goal), index);
  const signed = addId(target.goal, target.case, path => notes.get(path)?.note);
  if (signed.kind === 'refused') return tellRefusal(signed);
  const edit = new vscode.WorkspaceEdit();
  for (const [path, edits] of signed.edits) {
    const found = notes.get(path);
    if (found !== undefined) edit.set(found.document.uri, toTextEdits(edits, found.note.outline.lines));
  }
  await vscode.workspace.applyEdit(edit);
}

interface OpenedNote {
  readonly document: vscode.TextDocument;
  readonly note: Note;
}

async function notesAt(
  { root }: GoalTarget,
  paths: readonly string[],
  index: NoteIndex,
): Promise<ReadonlyMap<string, OpenedNote>> {
  const notes = new Map<string, OpenedNote>();
  for (const path of paths) {
    const uri = index.uriOf(root, path);
    if (uri === undefined) continue;
    const document = await vscode.workspace.openTextDocument(uri);
    notes.set(path, { document, note: parserOf(root, path)(document.getText()) });
  }
  return notes;
}

const noGoal: Outcome = { kind: 'refused', reason: message('goal.none-here') };
