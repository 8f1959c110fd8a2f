import { titleIn } from '../message';
import type { Note, SectionRegion } from '../note/note';
import type { Choice } from '../protocol/schema';
import { editsOf } from './change';
import { insertItem } from './insertItem';
import type { Insertion } from './insertion';
import { tickingEdit } from './tickChoice';

/**
 * Names a choice in a section: ticks the task that offers it where there is one, else inserts its title, in
 * `language`, on the caret's line at `offset` if that is empty and in the section, else at the section's end.
 */
export function insertChoice(
  note: Note,
  region: SectionRegion,
  choice: Choice,
  offset: number,
  language: string,
): Insertion {
  const edit = tickingEdit(choice, region, note);
  if (edit !== undefined) return { ...editsOf([edit]), caret: edit.range.start + edit.newText.length };
  const title = titleIn(choice.title, language);
  const lines = { first: region.mark.line, after: region.lines.after };
  return insertItem(note.outline, lines, offset, { words: title, box: '[x]', asTask: false });
}
