import { titleIn } from '../message';
import type { Note, SectionRegion } from '../note/note';
import type { ListItem } from '../note/outline';
import { readingsOf } from '../note/readings';
import { blocksIn } from '../note/regionBlocks';
import { readTaskItem } from '../note/taskItem';
import type { Choice } from '../protocol/schema';
import { editsOf } from './change';
import { insertItem } from './insertItem';
import type { Insertion } from './insertion';
import { markerEdit } from './taskEdits';

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
  const tasks = itemsIn(note, region).flatMap(item => readTaskItem(item.firstParagraph) ?? []);
  const offered = tasks.find(({ paragraph, wordsStart }) => {
    const words = paragraph.text.slice(wordsStart);
    return readingsOf(note).some(
      ({ protocol }) => protocol?.matchChoice(region.section, words)?.id === choice.id,
    );
  });
  if (offered !== undefined) {
    const edit = markerEdit(offered, 'x');
    return { ...editsOf([edit]), caret: edit.range.start + edit.newText.length };
  }
  const title = titleIn(choice.title, language);
  const lines = { first: region.mark.line, after: region.lines.after };
  return insertItem(note.outline, lines, offset, { words: title, box: '[x]', asTask: false });
}

function itemsIn({ outline }: Note, { lines }: SectionRegion): readonly ListItem[] {
  return blocksIn(outline, lines).flatMap(block => (block.kind === 'list' ? withNested(block.items) : []));
}

function withNested(items: readonly ListItem[]): readonly ListItem[] {
  return items.flatMap(item => [item, ...withNested(item.items)]);
}
