import { foldedOffsets, foldedWords } from '../../agreement/sameWords';
import { firstIndex } from '../../text/firstIndex';
import { lastAtOrBefore } from '../../text/lineIndex';
import type { TextRange } from '../../text/textRange';
import { writeTimestamp } from '../../transcript/timestamps';
import type { Turn } from '../../transcript/transcript';

/** Where a turn stands in the plain text of its transcript, in UTF-16 code units. */
interface TurnSpan {
  /** With its head. */
  readonly range: TextRange;
  readonly words: TextRange;
}

/** The plain text of a transcript: a line or more for each turn, its head in front, ended by `\n`. */
export interface SourceText {
  readonly text: string;
  /** For each turn. */
  readonly places: readonly TurnSpan[];
}

/** The plain text of turns and their places in it, made in one pass. */
export function sourceText(turns: readonly Turn[]): SourceText {
  const places: TurnSpan[] = [];
  let text = '';
  for (const turn of turns) {
    const start = text.length;
    const head = headOf(turn);
    const wordsStart = start + head.length;
    text += `${head}${turn.words}\n`;
    const end = text.length - 1;
    places.push({ range: { start, end }, words: { start: wordsStart, end } });
  }
  return { text, places };
}

function headOf({ start, end, speaker }: Turn): string {
  const until = end === undefined ? '' : ` --> ${writeTimestamp(end)}`;
  const time = start === undefined ? '' : `[${writeTimestamp(start)}${until}] `;
  return speaker === undefined ? time : `${time}${speaker}: `;
}

/** How positions in a text are counted: in Unicode code points, as REFI-QDA says, or in UTF-16 code units. */
export type PositionUnit = 'codepoint' | 'utf16';

/** Counts the position of an offset in UTF-16 code units that parts no character. */
export function positionCounter(text: string, unit: PositionUnit): (offset: number) => number {
  if (unit === 'utf16') return offset => offset;
  const pairs: number[] = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index);
  if (pairs.length === 0) return offset => offset;
  return offset => {
    const last = lastAtOrBefore(pairs, offset - 1);
    return (pairs[last] ?? 0) < offset ? offset - last - 1 : offset;
  };
}

/**
 * Tells where passages of the words of a turn stand in the words of the same turn of another version, which may differ
 * in its blanks.
 */
export function passagesIn(shown: Turn, own: Turn): (passage: TextRange) => TextRange {
  if (shown.words === own.words || foldedWords(shown) !== foldedWords(own)) return passage => passage;
  const ofShown = foldedOffsets(shown);
  const ofOwn = foldedOffsets(own);
  return passage => {
    const end = unfolded(ofShown, ofOwn[passage.end] ?? 0);
    let start = unfolded(ofShown, ofOwn[passage.start] ?? 0);
    // Several blanks here may be one there: the passage begins with the character that it begins with there.
    const first = own.words.charAt(passage.start);
    while (start < end && shown.words.charAt(start) !== first && /\s/.test(shown.words.charAt(start)))
      start++;
    return { start, end };
  };
}

/** The first place in the words with so many folded characters before it. */
function unfolded(offsets: Int32Array, folded: number): number {
  return firstIndex(offsets.length - 1, at => (offsets[at] ?? 0) >= folded);
}
