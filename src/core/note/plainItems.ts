import { reasonNotAddressed } from './fullness';
import { joinLines } from './joinedLines';
import type { ListItem, Paragraph, SourceLine } from './outline';
import { isWithoutWords, readTaskItem } from './taskItem';
import { LIST_SIGNS } from './taskLine';

/**
 * The items of a list that say something and have no box: what may be to be done, though nothing says so. What stands
 * in an item is about it, save where that only leads in (`Homework:`) or is a label of the part.
 */
export function plainItems(items: readonly ListItem[]): readonly ListItem[] {
  return items.flatMap(item => {
    if (readTaskItem(item.firstParagraph) !== undefined) return [];
    const text = joinLines(item.firstParagraph).text.trimEnd();
    const leadsIn = /[:：]\**$|^#{1,6} /.test(text) || item.firstParagraph.length === 0;
    if (leadsIn && item.items.length > 0) return plainItems(item.items);
    return isWithoutWords(text) || reasonNotAddressed(text) !== undefined ? [] : [item];
  });
}

/** The marks of items that word processors write, which are none to Markdown. */
const SIGN = new RegExp(String.raw`^[${LIST_SIGNS}][ \t\u00a0]*(?=[^\s])`, 'u');
/** Those that may begin a sentence. */
const WEAK_SIGN = /^(?:[–—]|\(?[a-z][.)]|\(\d{1,3}\)|\d{1,3}\.\))[ \t\u00a0]+(?=[^\s])/iu;

/**
 * The lines of a paragraph that begin with a mark that is none to Markdown (`• Walk`), as items of a list, with the lines
 * that go on with them. With a dash or a letter, which may begin a sentence, only where all lines below one that leads in do,
 * and two or more. Those with a box, or that say nothing, are left out.
 */
export function markedItems({ lines }: Paragraph, lineOf: (offset: number) => number): readonly ListItem[] {
  const first = lines.findIndex(({ text }) => SIGN.test(text));
  if (first >= 0) return plainItems(itemsOf(lines.slice(first), SIGN, lineOf));
  const marked = /[:：]\**$/.test(lines[0]?.text ?? '') ? lines.slice(1) : lines;
  if (marked.length < 2 || !marked.every(({ text }) => WEAK_SIGN.test(text))) return none;
  return plainItems(itemsOf(marked, WEAK_SIGN, lineOf));
}

const none: readonly never[] = [];

/** The first line begins an item. */
function itemsOf(
  lines: readonly SourceLine[],
  sign: RegExp,
  lineOf: (offset: number) => number,
): readonly ListItem[] {
  const starts = lines.flatMap(({ text }, at) => (sign.test(text) ? [at] : []));
  return starts.flatMap((start, at) => {
    const [first, ...rest] = lines.slice(start, starts[at + 1]);
    return first === undefined ? [] : [itemOf(first, rest, sign, lineOf)];
  });
}

function itemOf(
  { text, range: { start, end } }: SourceLine,
  rest: readonly SourceLine[],
  sign: RegExp,
  lineOf: (offset: number) => number,
): ListItem {
  const mark = sign.exec(text)?.[0].length ?? 0;
  const words = { start: start + mark, end };
  return {
    range: { start, end: rest.at(-1)?.range.end ?? end },
    marker: { start, end: words.start },
    line: lineOf(start),
    ordered: false,
    firstParagraph: [{ text: text.slice(mark), range: words }, ...rest],
    items: none,
    quotes: none,
    hasOtherContent: false,
  };
}
