import type { ListItem, Outline } from '../note/outline';
import type { CaretLine } from '../note/placeAt';
import type { TextRange } from '../text/textRange';

/** What is written behind a list marker up to the caret. */
export interface ItemSource {
  /** From the first column behind the marker and its blank to the end of the line. */
  readonly range: TextRange;
  /** What there is of a task box, `[`, `[ `, `[x]`, with the blanks behind it; empty when there is none. */
  readonly box: string;
  /** The character in the box, once it is complete. */
  readonly marker: string | undefined;
  /** The words behind the box. */
  readonly words: string;
}

const CONTENT = /^([ \t]{1,4})((?:\[(?:[^\]]?\][ \t]+|[^\]]?\]?$))?)(.*)$/u;
/** A list item or a heading. */
const STARTS_ANEW = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)|^ {0,3}#{1,6}(?:\s|$)/;
/** An editor that closes brackets by itself leaves one behind the caret. */
const REST = /^\]?\s*$/;

/**
 * The first line of an item as far as the caret, which must stand at its end (a closing bracket and blanks may
 * follow); undefined anywhere else.
 */
export function itemSource(item: ListItem, caret: CaretLine): ItemSource | undefined {
  const head = item.marker.end - caret.range.start;
  const match = CONTENT.exec(caret.before.slice(head));
  if (head > caret.before.length || match === null || !REST.test(caret.after)) return undefined;
  const [, blanks = '', box = '', words = ''] = match;
  const marker = /^\[(.)\]/u.exec(box)?.[1];
  return { range: { start: item.marker.end + blanks.length, end: caret.range.end }, box, marker, words };
}

/** Whether the line below would be read as going on with the words of an item on this line. */
export function isContinued({ text, lines }: Outline, number: number): boolean {
  const { start, end } = lines.lineRange(number + 1);
  const below = text.slice(start, end);
  return below.trim() !== '' && !STARTS_ANEW.test(below);
}
