import type { GoalMention } from '../note/goalMention';
import type { Note } from '../note/note';
import type { Outline } from '../note/outline';
import type { TextEdit } from '../text/textEdit';
import type { TextRange } from '../text/textRange';

/** Signs that part a field from the words beside it. */
const PARTING = /[,;|–—-]/;
const BLANK = /[ \t\u00a0]/;

/** Fields go behind the words, before what stands there already; an id to the end of all. */
export function moveToEnd(
  fields: readonly TextRange[],
  ids: readonly TextRange[],
  { textRange, range }: GoalMention,
  { outline }: Note,
): readonly TextEdit[] {
  const { text } = outline;
  const sourceOf = ({ start, end }: TextRange) => text.slice(start, end);
  const behindWords = fields.map(each => ` ${sourceOf(each)}`).join('');
  const atEnd = ids.map(each => ` ${sourceOf(each)}`).join('');
  const insertions = [
    { at: textRange.end, newText: behindWords },
    { at: range.end, newText: atEnd },
  ];
  return [
    ...together([...fields, ...ids], text).map(each => removal(each, textRange, outline)),
    ...insertions
      .filter(({ newText }) => newText !== '')
      .map(({ at, newText }) => ({ range: { start: at, end: at }, newText })),
  ];
}

/** Places in order, those as one that nothing but blanks and a sign parts. */
function together(places: readonly TextRange[], text: string): readonly TextRange[] {
  const whole: TextRange[] = [];
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last !== undefined && partsNothing(text.slice(last.end, place.start)))
      whole[whole.length - 1] = { start: last.start, end: place.end };
    else whole.push(place);
  }
  return whole;
}

function partsNothing(between: string): boolean {
  return !/[\r\n]/.test(between) && between.trim().replace(PARTING, '') === '';
}

/**
 * With the blanks before it, and with one of two signs that would part what it stood between; at the beginning of the
 * words, with what parts it from those behind it. Alone in its line it goes with the line: a blank one would end the goal.
 */
function removal({ start, end }: TextRange, words: TextRange, { text, lines }: Outline): TextEdit {
  const { line } = lines.positionAt(start);
  const own = lines.lineRange(line);
  const isAlone = /^[\s>]*$/.test(text.slice(own.start, start)) && text.slice(end, own.end).trim() === '';
  if (isAlone && end <= own.end)
    return { range: { start: lines.lineRange(line - 1).end, end: own.end }, newText: '' };
  let [from, to] = [start, end];
  const skip = (at: number, sign: RegExp): boolean => sign.test(text.charAt(at));
  if (start === words.start) {
    while (skip(to, BLANK)) to++;
    if (!skip(to, PARTING) || !BLANK.test(text.charAt(to + 1)))
      return { range: { start: from, end: to }, newText: '' };
    to++;
    while (skip(to, BLANK)) to++;
    return { range: { start: from, end: to }, newText: '' };
  }
  while (from > words.start && skip(from - 1, BLANK)) from--;
  let behind = to;
  while (skip(behind, BLANK)) behind++;
  const areTwo = skip(behind, PARTING) && from - 1 > words.start && skip(from - 1, PARTING);
  if (areTwo) while (from - 1 > words.start && (skip(from - 1, PARTING) || skip(from - 1, BLANK))) from--;
  return { range: { start: from, end: to }, newText: '' };
}
