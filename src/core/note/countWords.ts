import { piecesOf } from '../text/pieces';
import { plainText } from '../text/plainText';
import type { LineRange } from '../text/textRange';
import { withoutComments } from './comments';
import type { Outline } from './outline';
import { blocksIn } from './regionBlocks';

/** What begins a list item, and its task marker. */
const ITEM_HEAD = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+(?:\[[^\]]\][ \t])?/gm;
/** An `^id` or a `[key:: value]` of a goal. */
const GOAL_FIELDS = /\^[A-Za-z0-9-]+|\[[\w-]+::[^[\]]*\]/g;
/**
 * So much is read at once, in UTF-16 code units: reading inline Markdown, and going through the words of a text, takes
 * time with the square of its length.
 */
const PIECE = 512;

/**
 * How many words these lines of a note say, counted no further than to `most`: headings, comments, and the markers,
 * ids and fields of goals are none. What a word is in any language says the Unicode segmentation of texts (UAX #29).
 */
export function countWords(outline: Outline, lines: LineRange, most: number): number {
  const said = blocksIn(outline, lines)
    .filter(({ kind }) => isText(kind))
    .map(({ range }) => withoutComments(outline.text.slice(range.start, range.end)))
    .join('\n\n');
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  let count = 0;
  for (const piece of piecesOf(said, PIECE)) {
    for (const { isWordLike } of segmenter.segment(wordsOf(piece))) if (isWordLike === true) count++;
    if (count >= most) return most;
  }
  return count;
}

function isText(kind: Outline['blocks'][number]['kind']): boolean {
  return kind !== 'heading' && kind !== 'comment' && kind !== 'rule';
}

function wordsOf(source: string): string {
  return plainText(source.replace(ITEM_HEAD, '').replace(GOAL_FIELDS, ''));
}
