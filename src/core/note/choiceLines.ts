import type { TextRange } from '../text/textRange';
import type { TaskBox } from './goalMention';
import { joinLines } from './joinedLines';
import { isTick } from './markers';
import type { Block, ListItem, SourceLine } from './outline';
import { markOfItem, readItemBox, readParagraphBox } from './taskLine';

/** Words of a section with choices that may name one: a line, or what one of its boxes is for. */
export interface ChoiceWords {
  readonly text: string;
  readonly range: TextRange;
  /** The box before or behind the words; undefined for words without one. */
  readonly box: ChoiceBox | undefined;
}

/** A box for a choice, and whether it is ticked. */
interface ChoiceBox {
  readonly isTicked: boolean;
  readonly markerRange: TextRange;
  readonly box: TaskBox;
}

/** The words that may name a choice, in order. `isChoice` says whether words name one. */
export function choiceWords(
  blocks: Iterable<Block>,
  isChoice: (words: string) => boolean,
): readonly ChoiceWords[] {
  const stretches = [...blocks].flatMap(stretchesOf);
  const lines = stretches.flatMap(stretch => stretch.lines);
  const haveBoth = [CHOSEN_CIRCLE, EMPTY_CIRCLE].every(sign => lines.some(({ text }) => sign.test(text)));
  const boxed = haveBoth ? stretches.map(circlesAsBoxes) : stretches;
  return boxed.flatMap(stretch => wordsOf(stretch, isChoice));
}

/** Of circles of both kinds one says what is chosen; those of one kind are marks of items. */
const CHOSEN_CIRCLE = /(?<=^|\s)[●◉⦿](?=\s)/u;
const EMPTY_CIRCLE = /(?<=^|\s)[○◯⚪](?=\s)/u;

/** The stretch with boxes in place of its circles, which take as much room. */
function circlesAsBoxes({ lines, isItem }: Stretch): Stretch {
  const boxed = lines.map(({ text, range }) => ({
    text: text.replace(new RegExp(CHOSEN_CIRCLE, 'gu'), '☑').replace(new RegExp(EMPTY_CIRCLE, 'gu'), '☐'),
    range,
  }));
  return { lines: boxed, isItem };
}

/** Lines of which the first alone may begin with a box: what stands below it goes on with its words. */
interface Stretch {
  readonly lines: readonly SourceLine[];
  readonly isItem: boolean;
}

function stretchesOf(block: Block): readonly Stretch[] {
  if (block.kind === 'paragraph') return block.lines.map(line => ({ lines: [line], isItem: false }));
  return block.kind === 'list' ? block.items.flatMap(stretchesOfItem) : [];
}

function stretchesOfItem({ firstParagraph, items }: ListItem): readonly Stretch[] {
  const stretches: { lines: SourceLine[]; isItem: boolean }[] = [];
  let isBoxed = false;
  for (const [at, line] of firstParagraph.entries()) {
    const text = squared(line.text);
    const [first] = boxesIn(text, at === 0);
    const beginsBoxed = first !== undefined && !SAYING.test(text.slice(0, first.start));
    if (isBoxed && !beginsBoxed) stretches.at(-1)?.lines.push(line);
    else stretches.push({ lines: [line], isItem: at === 0 });
    isBoxed ||= beginsBoxed;
  }
  return [...stretches, ...items.flatMap(stretchesOfItem)];
}

/** A box in a text. */
interface FoundBox {
  readonly start: number;
  readonly end: number;
  readonly markerStart: number;
  readonly markerEnd: number;
  readonly isSign: boolean;
  readonly isTicked: boolean;
}

function wordsOf({ lines, isItem }: Stretch, isChoice: (words: string) => boolean): readonly ChoiceWords[] {
  const paragraph = joinLines(lines);
  const text = squared(paragraph.text);
  const boxes = boxesIn(text, isItem);
  const stretch = (start: number, end: number, found: FoundBox | undefined): readonly ChoiceWords[] => {
    const source = text.slice(start, end);
    const words = found === undefined ? source.trim() : source.replace(PARTING, '').trim();
    if (!SAYING.test(words)) return none;
    const from = start + source.indexOf(words);
    const box: ChoiceBox | undefined = found && {
      isTicked: found.isTicked,
      markerRange: paragraph.sourceRange(found.markerStart, found.markerEnd),
      box: found.isSign ? 'sign' : 'brackets',
    };
    return [{ text: words, range: paragraph.sourceRange(from, from + words.length), box }];
  };
  const [first] = boxes;
  if (first === undefined) return stretch(isItem ? 0 : markOfItem(text), text.length, undefined);
  const before = text.slice(0, first.start);
  if (areBehind(boxes, text) || isChoice(before))
    return boxes.flatMap((box, at) => stretch(boxes[at - 1]?.end ?? 0, box.start, box));
  return boxes.flatMap((box, at) => stretch(box.end, boxes[at + 1]?.start ?? text.length, box));
}

/** Whether each box stands behind its words. */
function areBehind(boxes: readonly FoundBox[], text: string): boolean {
  const before = text.slice(markOfItem(text), boxes[0]?.start);
  return SAYING.test(before) && !SAYING.test(text.slice(boxes.at(-1)?.end ?? 0));
}

const none: readonly never[] = [];

const SAYING = /[\p{L}\p{N}]/u;
/** What parts words with a box from what stands beside them. */
const PARTING = /^[\s|/\\]+|[\s|/\\]+$/g;

const MAY_HAVE_BOX = /[[(<]|[^\0-\u2000]/;
/** Where a box may stand: at the beginning, or behind a blank, a colon or the bar of a table. */
const PLACE = /(?<=^|[\s:|])(?:[[<]|[^\0-\u2000])/gu;
/** A box of round brackets, with nothing in it, a sign or an `x` or `v`. */
const ROUND_BOX = /\(([ \t\u00a0]{0,8}|[xXvV]|[^\s\p{L}\p{N}()[\]?!])\)/gu;
/** Signs that stand for a box with a mark in it. */
const TICKS: ReadonlySet<string> = new Set('✓✔√✅');
const CROSSES: ReadonlySet<string> = new Set('✗✘❌✖❎🗙🚫');
const VARIATION = '\ufe0f';

/** A box whose brackets are escaped, as other programs write them. */
const ESCAPED_BOX = /\\\[([^\\\]]{0,8})\\\]/g;

/** A box with emphasis around it alone. */
const STRESSED_BOX = /([*_]{1,3})(\[[^\]]{0,8}\])([*_]{1,3})(?=\s|$)/g;

/** What stands in a round box that is chosen, of several that exclude each other. */
const CHOSEN = /[•●◉*]/;

/** The text with round, escaped and emphasised boxes as plain square ones, which take as much room. */
function squared(source: string): string {
  if (!MAY_HAVE_BOX.test(source)) return source;
  const plain = source.includes('\\') ? source.replace(ESCAPED_BOX, ' [$1] ') : source;
  const square = plain.includes('(')
    ? plain.replace(ROUND_BOX, (_, sign: string) => `[${CHOSEN.test(sign) ? 'x' : sign}]`)
    : plain;
  return square.replace(
    STRESSED_BOX,
    (_, before: string, box: string, behind: string) =>
      ' '.repeat(before.length) + box + ' '.repeat(behind.length),
  );
}

function boxesIn(text: string, isItem: boolean): readonly FoundBox[] {
  if (!MAY_HAVE_BOX.test(text)) return none;
  const first = firstBox(text, isItem);
  const found = first === undefined ? [] : [first];
  for (const { index } of text.matchAll(PLACE)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const box = boxAt(text, index);
    if (box !== undefined) found.push(box);
  }
  return found;
}

/** The box that a text begins with, behind a mark of an item that is none to Markdown. */
function firstBox(text: string, isItem: boolean): FoundBox | undefined {
  const box = isItem ? readItemBox(text) : readParagraphBox(text);
  if (box === undefined) return boxAt(text, isItem ? 0 : markOfItem(text));
  const { marker, markerStart, markerEnd, isSign, boxStart: start, boxEnd: end } = box;
  return { start, end, markerStart, markerEnd, isSign, isTicked: isTick(marker) };
}

/** No box with its blanks is longer. */
const LONGEST_BOX = 40;

/** A box of HTML. */
const INPUT = /<input\b[^<>]*\btype=["']?checkbox\b[^<>]*>/iy;

function inputBox(text: string, at: number): FoundBox | undefined {
  INPUT.lastIndex = at;
  const [source] = INPUT.exec(text) ?? [];
  if (source === undefined) return undefined;
  const end = at + source.length;
  const isTicked = /\schecked\b/i.test(source);
  return { start: at, end, markerStart: at, markerEnd: end, isSign: true, isTicked };
}

function boxAt(text: string, at: number): FoundBox | undefined {
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (TICKS.has(sign) || CROSSES.has(sign)) {
    const end = at + sign.length + (text.startsWith(VARIATION, at + sign.length) ? 1 : 0);
    return { start: at, end, markerStart: at, markerEnd: end, isSign: true, isTicked: TICKS.has(sign) };
  }
  if (sign === '<') return inputBox(text, at);
  // A box at the end of a line is one as well.
  const rest = `${text.slice(at, at + LONGEST_BOX)} `;
  const box = readParagraphBox(rest) ?? readItemBox(rest);
  if (box === undefined || box.boxStart > 0) return undefined;
  return {
    start: at,
    end: at + box.boxEnd,
    markerStart: at + box.markerStart,
    markerEnd: at + box.markerEnd,
    isSign: box.isSign,
    isTicked: isTick(box.marker),
  };
}
