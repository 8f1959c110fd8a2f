import type { TextRange } from '../text/textRange';
import { fieldsBelow } from './fieldsBelow';
import { goalFieldOf } from './goalFieldKeys';
import type { GoalStatus } from './goalMention';
import { isPlainMarker, markerOfStatus } from './markers';
import { wordsForChoices } from './namedChoices';
import type { Note } from './note';
import type { Block, ListItem, Outline, Quote } from './outline';
import { outsideCode } from './outsideCode';
import { readingsOf, tasksOf } from './readings';
import { readTaskItem } from './taskItem';
import { LIST_SIGNS } from './taskLine';
import { readTrailingRun } from './trailingRun';

/** A line that looks like a task and is none, as in a table, in HTML, in what is indented as code. */
export interface StrayTask {
  /** 0-based. */
  readonly line: number;
  readonly block: Block;
  /** The line, without the blanks and marks before it; of a table the cells from that on which it begins with. */
  readonly range: TextRange;
  /** From where the mark of an item stands on that is none to Markdown, to the end of the line: what the task is written for. */
  readonly written: TextRange;
  /** What it is to be as a task, behind the list marker. */
  readonly source: string;
}

/** Blanks, quote signs, table bars and the marks of an item, of which those of Markdown come first. */
const LEAD = new RegExp(
  String.raw`^(?<outer>[ \t>|]*(?:(?:[-*+]|\d{1,9}[.)])[ \t\u00a0]+)?)(?:(?:[–—${LIST_SIGNS}]|(?!\(x\))\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})(?:\.\)?|\)))[ \t\u00a0]+)?`,
  'iu',
);
/** A box in brackets, escaped or not, round or square, or an odd sign in it. */
const BOX =
  /^\\?\[[ \t\u00a0]{0,3}([^\s\]\\]?)[ \t\u00a0]{0,3}\\?\](?![([:])[ \t\u00a0]*|^\(([ xXvV✓✔]?)\)[ \t\u00a0]+|^[☐☑☒□▢✓✔✅][ \t\u00a0]*/u;
/** Emphasis that takes in a box or begins before it. */
const EMPHASIS = /^(?:\*{1,3}|_{1,3}|~~|`)(?=\\?\[|[☐☑☒□▢])/u;
/** One of these stands in every such line. */
const TELLING = /[[(^☐☑☒□▢✓✔✅]|📅|\b(?:TODO|LATER|NOW|DOING|DONE|WAITING|CANCELL?ED) /g;
/** What outliners begin a task with in place of a box. */
const STATUS_WORD = /^(?<word>TODO|LATER|NOW|DOING|DONE|WAITING|CANCELL?ED)[ \t]+(?=\S)/;
/** The statuses that these say; of the others it is open. */
const statusOfWord: ReadonlyMap<string, GoalStatus> = new Map([
  ['NOW', 'in-progress'],
  ['DOING', 'in-progress'],
  ['DONE', 'achieved'],
  ['WAITING', 'on-hold'],
  ['CANCELED', 'dropped'],
  ['CANCELLED', 'dropped'],
]);
/** A box anywhere in a line. */
const BOX_WITHIN = /\[[ \u00a0xX]?\](?![([:])|[☐☑☒□▢]/g;
const BOXES_OF_LINE = new RegExp(BOX_WITHIN);
/** A box behind the words, perhaps with a full stop or a table bar behind it. */
const BOX_BEHIND = /[ \t\u00a0](?:\[([ \u00a0xX]?)\]|([☐☑☒□▢])\ufe0f?)[ \t.;,]*$/u;
/** A few words with a colon, or one word, and a box: `Done: [x] call mother`, `Todo [ ] walk`. */
const BOX_BEHIND_LABEL =
  /^([\p{L}][\p{L} ]{0,24}:|\p{L}{2,12}(?=[ \t\u00a0]))[ \t\u00a0]*(?:\[([ \u00a0xX]?)\]|([☐☑☒□▢])\ufe0f?)[ \t\u00a0]*/u;
/** What has a sentence in it is no task with a box behind it. */
const SENTENCES = /[.!?][ \t\u00a0]/;

/**
 * The lines of a note below its front matter that look like tasks and are none: that begin with a box, or are items with
 * an `^id` or a due date. What is code on purpose is left alone, and comments. In the order of the text.
 */
export function strayTasks(note: Note): readonly StrayTask[] {
  const { outline } = note;
  let known: ReadonlySet<number> | undefined;
  let telling = -1;
  let box = -1;
  const found: StrayTask[] = [];
  for (const block of outline.blocks) {
    if (block.kind === 'heading' || block.kind === 'comment' || block.kind === 'rule') continue;
    const { start, end } = block.range;
    if (telling < start) telling = next(TELLING, outline.text, start);
    if (telling >= end) continue;
    if (box < start) box = next(BOX_WITHIN, outline.text, start);
    known ??= takenLines(note);
    for (const stray of strayTasksIn(block, note, known, box < end)) found.push(stray);
  }
  return found;
}

function next(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}

function strayTasksIn(
  block: Block,
  note: Note,
  known: ReadonlySet<number>,
  hasBox: boolean,
): readonly StrayTask[] {
  const { outline } = note;
  const found: StrayTask[] = [];
  const last = outline.lines.positionAt(block.range.end).line;
  for (let line = outline.lines.positionAt(block.range.start).line; line <= last; line++) {
    if (known.has(line)) continue;
    const begins = beginsWithWords(line, outline) ? undefined : strayTask(line, block, outline, hasBox);
    const stray = begins ?? (hasBox ? taskInWords(line, block, outline) : undefined);
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
  for (const range of choiceRanges(note)) take(range);
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

/** Where sections that ask for a choice have one with a box, however that is written. */
function choiceRanges(note: Note): readonly TextRange[] {
  return readingsOf(note).flatMap(({ protocol, stages }) => {
    const asking = stages.flatMap(({ sections }) =>
      sections.filter(({ section }) => section.choices.length > 0),
    );
    if (protocol === undefined) return [];
    return asking.flatMap(({ section, blocks }) =>
      wordsForChoices(blocks, section, protocol)
        .filter(({ text, box }) => box !== undefined && protocol.matchChoice(section, text) !== undefined)
        .map(({ range }) => range),
    );
  });
}

/** Of a list or quote those that are in no fence; of a code block only where it is one by its indentation. */
function linesOf(block: Block, { outline }: Note): readonly number[] {
  const { text, lines } = outline;
  const isFence =
    block.kind === 'code' && /^[ \t]*(?:`{3}|~{3})/.test(text.slice(block.range.start, block.range.end));
  if (isFence) return [];
  const stretches =
    block.kind === 'list' || block.kind === 'quote' ? outsideCode(outline, [block]) : [block.range];
  return stretches.flatMap(({ start, end }) => {
    const first = lines.positionAt(start).line;
    return Array.from({ length: lines.positionAt(end).line - first + 1 }, (_, at) => first + at);
  });
}

/** A letter, which does not number the line. */
const LETTER = /[ \t>|]*[a-z](?![a-z]{0,4}[.)])/iy;

/** Most lines do, and then no box begins them. */
function beginsWithWords(line: number, { text, lines }: Outline): boolean {
  LETTER.lastIndex = lines.lineStart(line);
  return LETTER.test(text);
}

function strayTask(
  line: number,
  block: Block,
  { text, lines }: Outline,
  hasBox: boolean,
): StrayTask | undefined {
  const { start, end } = lines.lineRange(line);
  const source = text.slice(start, end);
  const match = LEAD.exec(source);
  const lead = match?.[0] ?? '';
  const isItem = /[^\s>|]/.test(lead);
  const rest = source.slice(lead.length);
  const cell = lead.includes('|') ? (/^[^|]*/.exec(rest)?.[0] ?? '').trimEnd() : rest.trimEnd();
  const marks = EMPHASIS.exec(cell)?.[0] ?? '';
  const bare = withoutMarks(cell.slice(marks.length), marks);
  const status = isItem ? STATUS_WORD.exec(bare) : null;
  const box = BOX.exec(bare);
  const words = bare.slice((status ?? box)?.[0].length ?? 0);
  const isTask =
    status !== null ||
    isBox(box, isItem || (block.kind === 'paragraph' && isLoneRound(bare))) ||
    (hasBox && isTick(box));
  if (words === '' || !(isTask || (isItem && isNamed(words)))) return undefined;
  const range = { start: start + lead.length, end: start + lead.length + cell.length };
  const written = { start: start + (match?.groups?.['outer'] ?? '').length, end };
  const said = statusOfWord.get(status?.groups?.['word'] ?? '') ?? (isTicked(box) ? 'achieved' : 'open');
  return { line, block, range, written, source: `[${markerOfStatus(said)}] ${words}` };
}

/** Without the second one of the marks of emphasis, the first of which stands before. */
function withoutMarks(text: string, marks: string): string {
  const at = marks === '' ? -1 : text.indexOf(marks);
  return at < 0 ? text : text.slice(0, at) + text.slice(at + marks.length);
}

/** Whether a line begins with the only round box in it, which is empty or crossed. */
function isLoneRound(text: string): boolean {
  return /^\([ xX]?\)[ \t\u00a0]+\p{L}/u.test(text) && !/\([ xX]?\)/.test(text.slice(2));
}

/** A line with one box that stands behind its words, behind a label, or in a cell of a table of its own. */
function taskInWords(line: number, block: Block, { text, lines }: Outline): StrayTask | undefined {
  const { start, end } = lines.lineRange(line);
  const source = text.slice(start, end);
  const [box, other] = [...source.matchAll(BOXES_OF_LINE)];
  if (box === undefined || other !== undefined) return undefined;
  const match = LEAD.exec(source);
  const lead = match?.[0] ?? '';
  const words = source.slice(lead.length).trimEnd();
  const task = lead.includes('|') ? taskOfRow(words) : (behindWords(words) ?? behindLabel(words));
  if (task === undefined) return undefined;
  const range = { start: start + lead.length, end: start + lead.length + words.length };
  const written = { start: start + (match?.groups?.['outer'] ?? '').length, end };
  return { line, block, range, written, source: `[${isTicked(box) ? 'x' : ' '}] ${task}` };
}

function behindWords(words: string): string | undefined {
  const box = BOX_BEHIND.exec(words);
  const before = box === null ? '' : words.slice(0, box.index).trimEnd();
  return /\p{L}/u.test(before) && !SENTENCES.test(before) ? before : undefined;
}

/** The label is kept: it may say more than the box. */
function behindLabel(words: string): string | undefined {
  const [whole, label] = BOX_BEHIND_LABEL.exec(words) ?? [];
  if (whole === undefined || label === undefined || whole.length === words.length) return undefined;
  return `${label} ${words.slice(whole.length)}`;
}

/** The words of the other cells of a row, which alone stand beside the box; figures number a row. */
function taskOfRow(row: string): string | undefined {
  const cells = row.split(/(?<!\\)\|/).map(cell => cell.trim());
  const boxes = cells.filter(cell => BOX_CELL.test(cell));
  if (boxes.length !== 1) return undefined;
  const words = cells.filter(cell => /\p{L}/u.test(cell) && !BOX_CELL.test(cell));
  return words.length === 0 ? undefined : words.join(' – ');
}

const BOX_CELL = /^(?:\[[ \u00a0xX]?\]|[☐☑☒□▢]\ufe0f?)$/u;

/** A tick without a box may stand for anything, save among boxes. */
function isTick(box: RegExpExecArray | null): boolean {
  return box !== null && /^[✓✔✅]/u.test(box[0]);
}

/** Round ones are boxes in items alone. */
function isBox(box: RegExpExecArray | null, takesRound: boolean): boolean {
  if (box === null || isTick(box)) return false;
  const [, square, round] = box;
  if (round !== undefined) return takesRound;
  return square === undefined || square === '' || isPlainMarker(square);
}

function isTicked(box: RegExpExecArray | RegExpMatchArray | null): boolean {
  return box !== null && /[xXvV✓✔☑✅]/u.test(box[0]);
}

/** Whether an item says itself that it is to be followed. */
function isNamed(words: string): boolean {
  const { pieces } = readTrailingRun(words, 0);
  return pieces.some(
    piece => piece.kind === 'id' || (piece.kind === 'field' && goalFieldOf(piece.key) === 'due'),
  );
}
