import { languages } from '../language/languages';
import { notAddressedPattern, skippedPattern } from '../language/languageWords';
import { isCarriedUntouched } from './carriedState';
import { joinLines } from './joinedLines';
import { carriedMarker } from './markers';
import type { Fullness } from './note';
import type { Block, ListItem, SourceLine } from './outline';
import { isWithoutWords, readTaskItem, readTaskLines, type TaskItem } from './taskItem';

/** Whether a task says nothing by itself: a process goal that is not started. */
export type IsIdle = (task: TaskItem) => boolean;

/**
 * How much `blocks` say. Headings, comments, thematic breaks, items without text, goals that were carried over
 * and not touched, and what `isIdle` takes say nothing.
 */
export function fullnessOf(blocks: Iterable<Block>, isIdle: IsIdle): Fullness {
  return fullestOf(blocks, block => blockFullness(block, isIdle));
}

/** The fullness of a whole from that of its parts. */
export function fullest(parts: Iterable<Fullness>): Fullness {
  return fullestOf(parts, part => part);
}

/** The same of parts of which it is still to be found out; nothing is once one of them is filled. */
function fullestOf<Part>(parts: Iterable<Part>, fullnessIn: (part: Part) => Fullness): Fullness {
  let found: Fullness = 'empty';
  for (const part of parts) {
    const fullness = fullnessIn(part);
    if (fullness === 'filled') return fullness;
    if (fullness === 'not-addressed') found = fullness;
  }
  return found;
}

function blockFullness(block: Block, isIdle: IsIdle): Fullness {
  switch (block.kind) {
    case 'heading':
    case 'comment':
    case 'rule':
      return 'empty';
    case 'paragraph':
      return linesFullness(block.lines, readTaskLines(block.lines, 0), isIdle);
    case 'list':
      return fullestOf(block.items, item => itemFullness(item, isIdle));
    default:
      return 'filled';
  }
}

/** Of the lines of a paragraph, some of which are tasks. */
function linesFullness(lines: readonly SourceLine[], tasks: readonly TaskItem[], isIdle: IsIdle): Fullness {
  if (tasks.length === 0) return textFullness(joinLines(lines).text);
  const taken = new Set(tasks.map(({ lineInParagraph }) => lineInParagraph));
  const others = lines.filter((_, at) => !taken.has(at));
  const own = textFullness(joinLines(others).text);
  return own === 'filled' ? own : fullest([own, fullestOf(tasks, task => taskFullness(task, isIdle))]);
}

function textFullness(text: string): Fullness {
  if (isWithoutWords(text)) return 'empty';
  if (SKIPPED.test(text)) return 'not-addressed';
  const reason = reasonNotAddressed(text);
  if (reason === undefined) return 'filled';
  return isWithoutWords(reason) ? 'empty' : 'not-addressed';
}

function itemFullness(item: ListItem, isIdle: IsIdle): Fullness {
  if (item.hasOtherContent) return 'filled';
  const own = ownFullness(item, isIdle);
  return own === 'filled' ? own : fullest([own, fullestOf(item.items, each => itemFullness(each, isIdle))]);
}

function ownFullness({ firstParagraph }: ListItem, isIdle: IsIdle): Fullness {
  const others = readTaskLines(firstParagraph, 1);
  const own = readTaskItem(firstParagraph);
  if (own === undefined) return linesFullness(firstParagraph, others, isIdle);
  return fullestOf([own, ...others], task => taskFullness(task, isIdle));
}

function taskFullness(task: TaskItem, isIdle: IsIdle): Fullness {
  if (task.marker === carriedMarker || isCarriedUntouched(task) || isIdle(task)) return 'empty';
  return textFullness(task.paragraph.text.slice(task.wordsStart));
}

const SAID = notAddressedPattern(languages);
const SKIPPED = skippedPattern(languages);

/** The reason that a line gives for recording nothing, empty where it lacks; undefined for any other line. */
export function reasonNotAddressed(line: string): string | undefined {
  const said = SAID.exec(line);
  return said === null ? undefined : line.slice(said[0].length).trim();
}
