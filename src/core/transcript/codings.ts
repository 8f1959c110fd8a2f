import type { TextRange } from '../text/textRange';
import type { CodedSpan, Turn } from './transcript';

/** One code given to one passage, whatever pieces its markup is written in. */
export interface Coding {
  readonly code: string;
  /** The passage in the turn's `words`, from the start of its first piece to the end of its last. */
  readonly words: TextRange;
  /** The passage in the text, the markup between its pieces included. */
  readonly passage: TextRange;
  /** The memo of the first of its pieces that has one. */
  readonly memo: string | undefined;
  readonly pieces: readonly CodedSpan[];
}

/**
 * The codings of passages of a turn, in the order in which they start. Pieces with the same `^s1` and the same code,
 * between which nothing but blanks is said, are one coding. A passage in which nothing is said is none.
 */
export function codingsOf(turn: Pick<Turn, 'spans' | 'words'>): readonly Coding[] {
  const codings: Coding[] = [];
  /** The last coding of each code in each `^s1`, as its place among the codings. */
  const last = new Map<string, number>();
  for (const span of turn.spans.filter(each => !isNothingSaid(each, turn.words))) {
    for (const code of new Set(span.codes.map(applied => applied.code))) {
      const key = span.piece === undefined ? undefined : `${span.piece} ${code}`;
      const at = key === undefined ? undefined : last.get(key);
      const before = at === undefined ? undefined : codings[at];
      if (at !== undefined && before !== undefined && meet(turn.words, before.words, span.words)) {
        codings[at] = joined(before, span);
        continue;
      }
      if (key !== undefined) last.set(key, codings.length);
      codings.push({ code, words: span.words, passage: span.passage, memo: span.memo, pieces: [span] });
    }
  }
  return codings;
}

/** Whether a passage holds nothing but blanks and is no piece of a longer one. */
export function isNothingSaid(
  { words: { start, end }, piece }: Pick<CodedSpan, 'words' | 'piece'>,
  words: string,
): boolean {
  return piece === undefined && words.slice(start, end).trim() === '';
}

function meet(words: string, before: TextRange, after: TextRange): boolean {
  return words.slice(before.end, after.start).trim() === '';
}

function joined(coding: Coding, span: CodedSpan): Coding {
  return {
    ...coding,
    words: { start: coding.words.start, end: span.words.end },
    passage: { start: coding.passage.start, end: span.passage.end },
    memo: coding.memo ?? span.memo,
    pieces: [...coding.pieces, span],
  };
}
