import * as vscode from 'vscode';
import { changeTarget, newestNote } from '../../core/case/newestNote';
import { protocolFor } from '../../core/config/notePaths';
import { goalsToCarry } from '../../core/goal/carriedMention';
import { carryOver } from '../../core/goal/carryOver';
import { changeStatus } from '../../core/goal/changeStatus';
import type { GoalStatus } from '../../core/goal/goalMention';
import { type Message, message } from '../../core/message';
import type { Note } from '../../core/note/note';
import { parseNote } from '../../core/note/parseNote';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { GoalTarget } from '../goalTarget';
import type { NoteIndex } from '../noteIndex';
import { writeNote } from '../noteWriter';
import type { Root } from '../roots';

/** Whether a change was written; if not, why, where that is for the user to know. */
export type Outcome =
  | { readonly kind: 'written' | 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: Message };

/**
 * Gives a goal another status without rewriting the past: it is written to the mention in the newest note of the case.
 * Where that note has none, the goal is carried into it first, after a confirmation that names the file.
 */
export async function setGoalStatus(
  target: GoalTarget,
  wanted: GoalStatus,
  index: NoteIndex,
): Promise<Outcome> {
  const { root, case: ofCase, goal } = target;
  const place = changeTarget(ofCase, goal);
  if (place.kind === 'write') {
    const context = contextOf(root, place.note.path);
    return write(root, place.note.path, index, text => {
      const change = changeStatus(text, root.protocols, context, place.mention, wanted);
      if (change.kind === 'refused') return change;
      return { kind: 'edits', edits: change.kind === 'edit' ? [change.edit] : [] };
    });
  }
  const newest = newestNote(ofCase);
  if (newest === undefined || goal.mentions.length === 0) return place;
  if (!(await confirmCarrying(goal.text, newest.path))) return { kind: 'cancelled' };
  return carryInto(target, newest.path, wanted, index);
}

/** Carries a goal into the note at `path`, with `status` if one is given. */
export function carryInto(
  { root, case: ofCase, goal }: GoalTarget,
  path: string,
  status: GoalStatus | undefined,
  index: NoteIndex,
): Promise<Outcome> {
  const parse = parserOf(root, path);
  const goals = goalsToCarry([ofCase], each => each.key === goal.key && each.kind === goal.kind);
  return write(root, path, index, text => {
    const language = parse(text).language ?? interfaceLanguage();
    const { edits, carried } = carryOver(text, parse, goals, { language, status });
    if (carried.length > 0) return { kind: 'edits', edits };
    return { kind: 'refused', reason: message('goal.carry-refused', { file: path }) };
  });
}

/** Reads a text as the note at `path` of `root`. */
export function parserOf(root: Root, path: string): (text: string) => Note {
  const context = contextOf(root, path);
  return text => parseNote(text, root.protocols, context);
}

/** Writes to the note at `path` of `root`. */
export async function write(
  root: Root,
  path: string,
  index: NoteIndex,
  editOf: Parameters<typeof writeNote>[1],
): Promise<Outcome> {
  const uri = index.uriOf(root, path);
  if (uri === undefined) return { kind: 'refused', reason: message('goal.change-refused.gone') };
  return writeNote(uri, editOf);
}

/** Tells the user why a command that was asked for did nothing. */
export function tellRefusal(outcome: Outcome): void {
  if (outcome.kind === 'refused') void vscode.window.showInformationMessage(render(outcome.reason));
}

function contextOf(root: Root, path: string): { readonly defaultProtocol: string } {
  return { defaultProtocol: protocolFor(path, root.config) };
}

async function confirmCarrying(text: string, file: string): Promise<boolean> {
  const carry = render(message('goal.carry.confirm-button'));
  const answer = await vscode.window.showInformationMessage(
    render(message('goal.carry.confirm', { file })),
    { modal: true, detail: text },
    carry,
  );
  return answer === carry;
}
