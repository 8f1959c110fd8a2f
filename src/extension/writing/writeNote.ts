import { type Change, type Refusal, refused } from '../../core/change/change';
import { type Message, message } from '../../core/message';
import type { Note } from '../../core/note/note';
import { notify } from '../services/dialogs';
import type { NoteIndex } from '../services/noteIndex';
import { noteToWrite, writeFile } from '../services/noteWriter';
import type { Root, RootCase } from '../services/roots';
import { newNoteOfCase } from './newSessionNote';

/** Whether a change was written; if not, why, where that is for the user to know. */
export type Outcome =
  | { readonly kind: 'written' | 'cancelled' }
  | (Refusal & {
      /** The case whose notes cannot take the change, so that a new one is to be offered. */
      readonly newNoteFor?: RootCase;
    });

/** Writes to the note at `path` of `root`. */
export async function writeNote(
  root: Root,
  path: string,
  index: NoteIndex,
  changeOf: (note: Note) => Change,
): Promise<Outcome> {
  const uri = index.uriOf(root, path);
  if (uri === undefined) return refused(message('goal.change-refused.gone'));
  return writeFile(noteToWrite(root, uri, changeOf));
}

/** What was agreed on is no longer so. */
export const changedMeanwhile: Outcome = refused(message('write.changed-meanwhile'));

/** Tells the user why a command that was asked for did nothing, and offers a new note where one is wanting. */
export function tellRefusal(outcome: Outcome): void {
  if (outcome.kind !== 'refused') return;
  if (outcome.newNoteFor === undefined) void notify('info', outcome.reason);
  else void offerNewNote(outcome.reason, outcome.newNoteFor);
}

async function offerNewNote(reason: Message, found: RootCase): Promise<void> {
  if (!(await notify('info', reason, message('goal.new-note')))) return;
  try {
    await newNoteOfCase(found);
  } catch (error) {
    // No command runs any more that VS Code would tell it of.
    void notify('error', error instanceof Error ? error.message : String(error));
  }
}
