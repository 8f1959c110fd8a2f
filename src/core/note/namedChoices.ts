import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Section } from '../protocol/schema';
import { statusOfMarker } from './markers';
import type { NamedChoice } from './note';
import type { Block, ListItem, SourceLine } from './outline';
import { readTaskItem } from './taskItem';

/** The choices of `section` that the lines of its paragraphs and items name; of task items only ticked ones. */
export function namedChoices(
  blocks: readonly Block[],
  section: Section,
  protocol: CompiledProtocol,
): readonly NamedChoice[] {
  if (section.choices.length === 0) return [];
  return blocks.flatMap(linesOfBlock).flatMap(({ text, range }) => {
    const choice = protocol.matchChoice(section, text);
    return choice === undefined ? [] : [{ choice, range }];
  });
}

function linesOfBlock(block: Block): readonly SourceLine[] {
  if (block.kind === 'paragraph') return block.lines;
  return block.kind === 'list' ? block.items.flatMap(linesOfItem) : [];
}

function linesOfItem(item: ListItem): readonly SourceLine[] {
  return [...ownLines(item), ...item.items.flatMap(linesOfItem)];
}

function ownLines({ firstParagraph }: ListItem): readonly SourceLine[] {
  const task = readTaskItem(firstParagraph);
  if (task === undefined) return firstParagraph;
  if (statusOfMarker(task.marker) !== 'achieved') return [];
  const words = task.paragraph.text.slice(task.wordsStart);
  return [{ text: words, range: task.paragraph.sourceRange(task.wordsStart, task.paragraph.text.length) }];
}
