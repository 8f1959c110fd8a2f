import { plainText } from '../text/plainText';
import type { LineRange } from '../text/textRange';
import { withoutComments } from './comments';
import type { Outline } from './outline';
import { blocksIn } from './regionBlocks';

/** What begins a list item, and its task marker. */
const ITEM_HEAD = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+(?:\[[^\]]\][ \t])?/gm;
/** An `^id` or a `[key:: value]` of a goal. */
const GOAL_FIELDS = /\^[A-Za-z0-9-]+|\[[\w-]+::[^\]]*\]/g;

/**
 * How many words these lines of a note say: headings, comments, and the markers, ids and fields of goals are none.
 * What a word is in any language says the Unicode segmentation of texts (UAX #29).
 */
export function countWords(outline: Outline, lines: LineRange): number {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  return blocksIn(outline, lines)
    .filter(({ kind }) => isText(kind))
    .map(({ range }) => wordsOf(outline.text.slice(range.start, range.end)))
    .reduce((sum, words) => sum + [...segmenter.segment(words)].filter(each => each.isWordLike).length, 0);
}

function isText(kind: Outline['blocks'][number]['kind']): boolean {
  return kind !== 'heading' && kind !== 'comment' && kind !== 'rule';
}

function wordsOf(source: string): string {
  return plainText(withoutComments(source).replace(ITEM_HEAD, '').replace(GOAL_FIELDS, ''));
}
