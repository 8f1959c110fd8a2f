import { languages } from '../language/languages';
import { notAddressedPattern } from '../language/languageWords';
import { isCarriedUntouched } from './carriedState';
import { joinLines } from './joinedLines';
import { statusOfMarker } from './markers';
import type { Fullness } from './note';
import type { Block, ListItem } from './outline';
import { isWithoutWords, readTaskItem } from './taskItem';

/**
 * How much `blocks` say. Headings, comments, thematic breaks, items without text and goals that were carried over
 * and not touched say nothing.
 */
export function fullnessOf(blocks: readonly Block[]): Fullness {
  return fullest(blocks.map(blockFullness));
}

/** The fullness of a whole from that of its parts. */
export function fullest(parts: readonly Fullness[]): Fullness {
  if (parts.includes('filled')) return 'filled';
  return parts.includes('not-addressed') ? 'not-addressed' : 'empty';
}

function blockFullness(block: Block): Fullness {
  switch (block.kind) {
    case 'heading':
    case 'comment':
    case 'rule':
      return 'empty';
    case 'paragraph':
      return textFullness(joinLines(block.lines).text);
    case 'list':
      return fullest(block.items.map(itemFullness));
    default:
      return 'filled';
  }
}

function textFullness(text: string): Fullness {
  if (isWithoutWords(text)) return 'empty';
  const reason = reasonNotAddressed(text);
  if (reason === undefined) return 'filled';
  return isWithoutWords(reason) ? 'empty' : 'not-addressed';
}

function itemFullness(item: ListItem): Fullness {
  if (item.hasOtherContent) return 'filled';
  return fullest([ownFullness(item), ...item.items.map(itemFullness)]);
}

function ownFullness({ firstParagraph }: ListItem): Fullness {
  const task = readTaskItem(firstParagraph);
  if (task === undefined) return textFullness(joinLines(firstParagraph).text);
  if (statusOfMarker(task.marker) === 'carried-over' || isCarriedUntouched(task)) return 'empty';
  return textFullness(task.paragraph.text.slice(task.wordsStart));
}

const SAID = notAddressedPattern(languages);

/** The reason that a line gives for recording nothing, empty where it lacks; undefined for any other line. */
function reasonNotAddressed(line: string): string | undefined {
  const said = SAID.exec(line);
  return said === null ? undefined : line.slice(said[0].length).trim();
}
