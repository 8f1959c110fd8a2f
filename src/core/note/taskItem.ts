import type { TextRange } from '../text/textRange';
import { UNSEEN } from '../text/unseen';
import { withoutComments } from './comments';
import type { NearlyTask, TaskBox } from './goalMention';
import { type JoinedLines, joinLines } from './joinedLines';
import type { SourceLine } from './outline';
import { readItemBox, readParagraphBox, type TaskLine } from './taskLine';

/** A task: its marker and what is to be done. */
export interface TaskItem {
  /** The code point that tells the status, see `statusOfMarker`; a blank for an empty box. */
  readonly marker: string;
  readonly markerRange: TextRange;
  readonly box: TaskBox;
  /** What is to be written anew to make a task item of it; undefined where it is one. */
  readonly nearly: NearlyTask | undefined;
  readonly paragraph: JoinedLines;
  /** Where its words begin in the joined paragraph; at its end for a task without words. */
  readonly wordsStart: number;
  /** Which line of the paragraph it begins on, from 0. */
  readonly lineInParagraph: number;
}

/** The task that an item states: its first paragraph, up to a line with a box of its own, begins with a box. */
export function readTaskItem(firstParagraph: readonly SourceLine[]): TaskItem | undefined {
  const [first] = firstParagraph;
  const box = first && readItemBox(first.text);
  return box && taskOf(box, ownTaskLines(firstParagraph), true, 0);
}

/** An item without a box as an open task: what stands where all items are to be done. */
export function taskWithoutBox(firstParagraph: readonly SourceLine[]): TaskItem {
  const paragraph = joinLines(ownTaskLines(firstParagraph));
  const start = firstParagraph[0]?.range.start ?? 0;
  const markerRange = { start, end: start };
  return {
    marker: ' ',
    markerRange,
    box: 'none',
    nearly: undefined,
    paragraph,
    wordsStart: 0,
    lineInParagraph: 0,
  };
}

/** The lines of the first paragraph of an item that are its own: up to one that begins with a box. */
function ownTaskLines(firstParagraph: readonly SourceLine[]): readonly SourceLine[] {
  if (firstParagraph.length < 2) return firstParagraph;
  const other = firstParagraph.findIndex(({ text }, at) => at > 0 && readParagraphBox(text) !== undefined);
  return other < 0 ? firstParagraph : firstParagraph.slice(0, other);
}

/** The tasks that lines of a paragraph are, from the line `from` on, each by itself. */
export function readTaskLines(lines: readonly SourceLine[], from: number): readonly TaskItem[] {
  let found: TaskItem[] | undefined;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    const box = line && readParagraphBox(line.text);
    if (line === undefined || box === undefined) continue;
    found ??= [];
    found.push(taskOf(box, [line], false, at));
  }
  return found ?? none;
}

const none: readonly TaskItem[] = [];

function taskOf(
  box: TaskLine,
  lines: readonly SourceLine[],
  isItem: boolean,
  lineInParagraph: number,
): TaskItem {
  const paragraph = joinLines(lines);
  const { marker, markerStart, markerEnd, isSign, isProper, boxStart, wordsStart } = box;
  const from = lines[0]?.range.start ?? 0;
  // The words may begin on the line below the box.
  const isAlone = wordsStart >= (lines[0]?.text.length ?? 0) && lines.length > 1;
  return {
    marker,
    // A stretch of one line, which may be empty.
    markerRange: { start: from + markerStart, end: from + markerEnd },
    box: isSign ? 'sign' : 'brackets',
    nearly: isProper
      ? undefined
      : { range: { start: from + (isItem ? boxStart : 0), end: from + wordsStart }, isItem },
    paragraph,
    wordsStart: isAlone ? wordsStart + 1 : wordsStart,
    lineInParagraph,
  };
}

/** Blanks, and the dots and lines of a form that are to be written on; taken away, since a pattern for all of them could run for ever. */
const BLANKS = new RegExp(String.raw`[\s${UNSEEN}\u2026]+|\.{3,}|(?:\\?_){3,}|&nbsp;`, 'g');

const BEGINS_WITH_WORD = /^[a-z0-9]/i;

/** Whether a stretch of Markdown says nothing: blanks, comments, and what a form has to be written on. */
export function isWithoutWords(markdown: string): boolean {
  // Most stretches begin with a letter, and no comment begins with one.
  if (BEGINS_WITH_WORD.test(markdown)) return false;
  return withoutComments(markdown).replace(BLANKS, '') === '';
}
