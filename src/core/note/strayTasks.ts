import type { TextRange } from '../text/textRange';
import { fieldsBelow } from './fieldsBelow';
import { goalFieldOf } from './goalFieldKeys';
import { isPlainMarker } from './markers';
import type { Note } from './note';
import type { Block, ListItem, Outline, Quote } from './outline';
import { outsideCode } from './outsideCode';
import { tasksOf } from './readings';
import { readTaskItem } from './taskItem';
import { readTrailingRun } from './trailingRun';

/** A line that looks like a task and is none, as in a table, in HTML, in what is indented as code. */
export interface StrayTask {
  /** 0-based. */
  readonly line: number;
  readonly block: Block;
  /** The line, without the blanks and marks before it. */
  readonly range: TextRange;
  /** What it is to be as a task, behind the list marker. */
  readonly source: string;
}

/** Blanks, quote signs, table bars and the mark of an item. */
const LEAD = /^[ \t>|]*(?:(?:[-*+•‣◦▪–—]|\d{1,3}[.)])[ \t\u00a0]+)?/u;
/** A box in brackets, escaped or not, round or square, or an odd sign in it. */
const BOX =
  /^\\?\[[ \t\u00a0]{0,3}([^\s\]\\]?)[ \t\u00a0]{0,3}\\?\](?![([:])[ \t\u00a0]*|^\(([ xXvV✓✔]?)\)[ \t\u00a0]+|^[☐☑☒□▢✓✔✅][ \t\u00a0]*/u;
/** One of these stands in every such line. */
const TELLING = /[[(^☐☑☒□▢✓✔✅]|📅/g;

/**
 * The lines of a note below its front matter that look like tasks and are none: that begin with a box, or are items with
 * an `^id` or a due date. What is code on purpose is left alone, and comments. In the order of the text.
 */
export function strayTasks(note: Note): readonly StrayTask[] {
  const { outline } = note;
  let known: ReadonlySet<number> | undefined;
  let telling = -1;
  const found: StrayTask[] = [];
  for (const block of outline.blocks) {
    if (block.kind === 'heading' || block.kind === 'comment' || block.kind === 'rule') continue;
    const { start, end } = block.range;
    if (telling < start) telling = nextTelling(outline.text, start);
    if (telling >= end) continue;
    known ??= takenLines(note);
    for (const stray of strayTasksIn(block, note, known)) found.push(stray);
  }
  return found;
}

function nextTelling(text: string, from: number): number {
  TELLING.lastIndex = from;
  return TELLING.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}

function strayTasksIn(block: Block, note: Note, known: ReadonlySet<number>): readonly StrayTask[] {
  const { outline } = note;
  const found: StrayTask[] = [];
  const last = outline.lines.positionAt(block.range.end).line;
  for (let line = outline.lines.positionAt(block.range.start).line; line <= last; line++) {
    if (known.has(line) || beginsWithWords(line, outline)) continue;
    const stray = strayTask(line, block, note);
    if (stray !== undefined) found.push(stray);
  }
  if (found.length === 0) return found;
  const outside = new Set(linesOf(block, note));
  return found.filter(({ line }) => outside.has(line));
}

/** The lines that tasks stand on already, or go on in: goals, those that are text on purpose, and those that name a choice. */
function takenLines(note: Note): ReadonlySet<number> {
  const { lines, blocks } = note.outline;
  const taken = new Set<number>();
  const take = ({ start, end }: TextRange): void => {
    const last = lines.positionAt(end).line;
    for (let at = lines.positionAt(start).line; at <= last; at++) taken.add(at);
  };
  for (const { markerRange, range } of tasksOf(note)) take({ start: markerRange.start, end: range.end });
  // The paragraphs of all tasks, whatever is made of them.
  const takeBlock = (block: Block | Quote['content'][number]): void => {
    if (block.kind === 'list') for (const item of block.items) takeItem(item);
    if (block.kind === 'quote') for (const inner of block.content) takeBlock(inner);
  };
  const takeItem = ({ line, firstParagraph, items, quotes }: ListItem): void => {
    if (!taken.has(line) && readTaskItem(firstParagraph) !== undefined)
      for (const { range } of firstParagraph) take(range);
    for (const item of items) takeItem(item);
    for (const quote of quotes) takeBlock(quote);
  };
  for (const block of blocks) takeBlock(block);
  // A field alone belongs to the goal that it stands below.
  for (const { range } of fieldsBelow(note, () => false)) take(range);
  return taken;
}

/** Of a list or quote those that are in no fence; of a code block only where it is one by its indentation. */
function linesOf(block: Block, { outline }: Note): readonly number[] {
  const { text, lines } = outline;
  const isFence =
    block.kind === 'code' && /^[ \t]*(?:`{3}|~{3})/.test(text.slice(block.range.start, block.range.end));
  if (isFence) return [];
  const stretches =
    block.kind === 'list' || block.kind === 'quote'
      ? outsideCode({ ...outline, blocks: [block] })
      : [block.range];
  return stretches.flatMap(({ start, end }) => {
    const first = lines.positionAt(start).line;
    return Array.from({ length: lines.positionAt(end).line - first + 1 }, (_, at) => first + at);
  });
}

const LETTER = /[ \t>|]*[a-z]/iy;

/** Most lines do, and then they are no tasks. */
function beginsWithWords(line: number, { text, lines }: Outline): boolean {
  LETTER.lastIndex = lines.lineStart(line);
  return LETTER.test(text);
}

function strayTask(line: number, block: Block, { outline: { text, lines } }: Note): StrayTask | undefined {
  const { start, end } = lines.lineRange(line);
  const source = text.slice(start, end);
  const lead = LEAD.exec(source)?.[0] ?? '';
  const isItem = /[^\s>|]/.test(lead);
  const rest = source.slice(lead.length);
  const cell = lead.includes('|') ? (/^[^|]*/.exec(rest)?.[0] ?? '').trimEnd() : rest.trimEnd();
  const box = BOX.exec(cell);
  const words = cell.slice(box?.[0].length ?? 0);
  if (words === '' || !(isBox(box, isItem) || (isItem && isNamed(words)))) return undefined;
  const range = { start: start + lead.length, end: start + lead.length + cell.length };
  return { line, block, range, source: `[${isTicked(box) ? 'x' : ' '}] ${words}` };
}

/** Round ones are boxes in items alone, and ticks without a box, which may stand for anything, never. */
function isBox(box: RegExpExecArray | null, isItem: boolean): boolean {
  if (box === null || /^[✓✔✅]/u.test(box[0])) return false;
  const [, square, round] = box;
  if (round !== undefined) return isItem;
  return square === undefined || square === '' || isPlainMarker(square);
}

function isTicked(box: RegExpExecArray | null): boolean {
  return box !== null && /[xXvV✓✔☑✅]/u.test(box[0]);
}

/** Whether an item says itself that it is to be followed. */
function isNamed(words: string): boolean {
  const { pieces } = readTrailingRun(words, 0);
  return pieces.some(
    piece => piece.kind === 'id' || (piece.kind === 'field' && goalFieldOf(piece.key) === 'due'),
  );
}
