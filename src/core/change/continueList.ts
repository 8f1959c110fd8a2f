import type { Note } from '../note/note';
import { placeAt } from '../note/placeAt';
import { type Change, editsOf } from './change';

/** How an item begins: its indentation, its bullet or number, and its box. */
const ITEM =
  /^(?<indent>[ \t]*)(?:(?<bullet>[-*+])|(?<number>\d{1,9})(?<delimiter>[.)]))(?:[ \t]+|$)(?<box>\[[^\]]\](?:[ \t]+|$))?/u;

/**
 * What a list wants once a line break was typed in it: the mark of the next item where `line` (0-based) begins, open
 * where the item above has a box; where that item says nothing, the list ends, and both lines are one without a mark.
 * Words that were typed meanwhile stand behind the mark, in their order.
 */
export function continueList({ outline }: Note, line: number): Change {
  const { text, lines } = outline;
  if (line < 1) return editsOf([]);
  const above = lines.lineRange(line - 1);
  const here = lines.lineRange(line);
  const item = ITEM.exec(text.slice(above.start, above.end));
  const typed = text.slice(here.start, here.end);
  if (item === null || ITEM.test(typed) || placeAt(outline, above.end).kind !== 'item') return editsOf([]);
  const behindMark = above.start + item[0].length;
  const indentation = /^[ \t]*/.exec(typed)?.[0] ?? '';
  const words = here.start + indentation.length;
  if (text.slice(behindMark, above.end).trim() === '')
    return editsOf([{ range: { start: above.start, end: words }, newText: '' }]);
  const { indent = '', bullet, number, delimiter = '', box } = item.groups ?? {};
  const mark = `${bullet ?? `${Number(number) + 1}${delimiter}`} ${box === undefined ? '' : '[ ] '}`;
  // As a rule the editor indents the line; then the caret stands behind that, and goes on behind the mark.
  if (indentation === indent) return editsOf([{ range: { start: words, end: words }, newText: mark }]);
  return editsOf([{ range: { start: here.start, end: words }, newText: indent + mark }]);
}
