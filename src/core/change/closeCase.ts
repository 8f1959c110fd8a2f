import type { Case } from '../case/case';
import type { CaseNote } from '../case/caseNote';
import { clientKey } from '../case/clientKey';
import { newestNote } from '../case/newestNote';
import { message } from '../message';
import type { Closure } from '../note/frontMatter';
import type { Note } from '../note/note';
import { edited } from '../note/parseNote';
import { type Change, editsOf, refused } from './change';
import { fieldRemoval, setField } from './fieldEdits';

/** What closes a case. */
export interface Closing {
  /** Its newest note. */
  readonly note: CaseNote;
  /** Whether its `closed:` does, so that without it the case would be open; else a choice that it names does, too. */
  readonly byFieldAlone: boolean;
}

/** What closes a case; undefined for one that is open. */
export function closingOf(ofCase: Case): Closing | undefined {
  const note = newestNote(ofCase);
  if (!ofCase.closed || note === undefined) return undefined;
  return { note, byFieldAlone: note.closed !== undefined && !note.closes };
}

/**
 * Closes the case of the client with the key `client`, for `reason`, in a note that is to be the newest of the case.
 */
export function closeCase(note: Note, client: string, reason: Closure): Change {
  if (!isOf(note, client)) return refused(message('write.changed-meanwhile'));
  const edit = setField(note, 'closed', reason);
  const isDone = edit !== undefined && edited(note, [edit]).frontMatter.closed === reason;
  return isDone ? editsOf([edit]) : noPlace;
}

/** Takes `closed:` from a note; the note of {@link closingOf}, where the field alone closes the case. */
export function reopenCase(note: Note, client: string): Change {
  if (!isOf(note, client) || note.frontMatter.closed === undefined) {
    return refused(message('write.changed-meanwhile'));
  }
  const edits = note.frontMatter.entries
    .filter(({ field }) => field === 'closed')
    .map(entry => fieldRemoval(note, entry));
  return edited(note, edits).frontMatter.closed === undefined ? editsOf(edits) : noPlace;
}

const noPlace = refused(message('case.front-matter-unclear'));

function isOf({ frontMatter }: Note, client: string): boolean {
  return frontMatter.clients.some(({ value }) => clientKey(value) === client);
}
