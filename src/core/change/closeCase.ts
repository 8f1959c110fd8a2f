import type { Case } from '../case/case';
import type { CaseNote } from '../case/caseNote';
import { clientKey } from '../case/clientKey';
import { newestNote } from '../case/newestNote';
import { type Message, message } from '../message';
import type { Closure } from '../note/frontMatter';
import type { Note } from '../note/note';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { fieldRemoval, setField } from './fieldEdits';

/** What is to be written to a note, or why nothing is. */
export type NoteChange =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'refused'; readonly reason: Message };

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
 * Closes the case of the client with the key `client`, for `reason`, in the note with this text, which is to be the
 * newest of the case. `parse` reads a text as that note.
 */
export function closeCase(
  text: string,
  parse: (text: string) => Note,
  client: string,
  reason: Closure,
): NoteChange {
  const note = parse(text);
  if (!isOf(note, client)) return { kind: 'refused', reason: message('write.changed-meanwhile') };
  const edit = setField(note, 'closed', reason);
  const isDone = edit !== undefined && parse(applyEdits(text, [edit])).frontMatter.closed === reason;
  return isDone ? { kind: 'edits', edits: [edit] } : noPlace;
}

/** Takes `closed:` from the note with this text; the note of {@link closingOf}, where the field alone closes the case. */
export function reopenCase(text: string, parse: (text: string) => Note, client: string): NoteChange {
  const note = parse(text);
  if (!isOf(note, client) || note.frontMatter.closed === undefined) {
    return { kind: 'refused', reason: message('write.changed-meanwhile') };
  }
  const edits = note.frontMatter.entries
    .filter(({ field }) => field === 'closed')
    .map(entry => fieldRemoval(note, entry));
  const isDone = parse(applyEdits(text, edits)).frontMatter.closed === undefined;
  return isDone ? { kind: 'edits', edits } : noPlace;
}

const noPlace: NoteChange = { kind: 'refused', reason: message('case.front-matter-unclear') };

function isOf({ frontMatter }: Note, client: string): boolean {
  return frontMatter.clients.some(({ value }) => clientKey(value) === client);
}
