import type * as vscode from 'vscode';
import type { Note } from '../../core/note/note';
import { TurnChunks } from '../../core/transcript/turnChunks';
import { prepareTurns } from '../../core/validate/prepareTurns';
import type { OpenNote } from './openNotes';
import { runYielding } from './tools/yielding';

/** The turns of the newest version of each document that was asked for, from which those of the next are made. */
const newest = new WeakMap<vscode.TextDocument, TurnChunks>();

/** The turns of an open transcript, read as far as they were asked for; undefined where it is none. */
export function turnsOf({ document, note }: OpenNote): TurnChunks | undefined {
  if (note.frontMatter.kind !== 'transcript') return undefined;
  const turns = newest.get(document)?.next(note) ?? TurnChunks.of(note);
  newest.set(document, turns);
  return turns;
}

/** The turns of an open transcript, all read and looked through, in slices. */
export async function readTurnsOf(open: OpenNote): Promise<TurnChunks | undefined> {
  const turns = turnsOf(open);
  if (turns !== undefined) await runYielding(prepareTurns(turns));
  return turns;
}

/** The turns of a transcript that is not open, all read and looked through, in slices. */
export async function readOpenTurns(note: Note): Promise<TurnChunks> {
  const turns = TurnChunks.of(note);
  await runYielding(prepareTurns(turns));
  return turns;
}
