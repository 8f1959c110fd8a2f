import type { TextRange } from '../../text/textRange';
import { commentSource } from '../../transcript/commentSource';

/** A code on words of a cue. */
export interface CueCoding {
  /** In the cue's words, in UTF-16 code units; not empty. */
  readonly range: TextRange;
  /** Undefined for a memo without a code. */
  readonly code: string | undefined;
  readonly memo: string | undefined;
  /** What it is in the project that it comes from. */
  readonly origin?: CodingOrigin;
}

/** The GUIDs of a coding and of the passage that it is of, as far as they have one. */
export interface CodingOrigin {
  readonly coding: string | undefined;
  readonly passage: string | undefined;
}

/** A stretch of words between the borders of codings. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly codings: readonly CueCoding[];
}

/** The words of a cue with their codes: those of the whole cue, and those of passages as pieces that do not overlap. */
export interface CodedWords {
  /** The codes of the whole, in order. */
  readonly whole: readonly string[];
  /** Where marks are to be put into the words, in order. */
  readonly marks: readonly { readonly at: number; readonly text: string }[];
}

/**
 * How codings of a cue's words are written: a code on all of them, without a memo, as one of the turn; others as
 * passages, split at the borders of those that overlap, the pieces of which share a sign (`^s1`).
 */
export function codedWords(words: string, codings: readonly CueCoding[]): CodedWords {
  const all = { start: words.search(/\S|$/), end: words.trimEnd().length };
  const covers = ({ range, memo }: CueCoding): boolean =>
    range.start <= all.start && range.end >= all.end && memo === undefined;
  const whole = [...new Set(codings.filter(covers).flatMap(({ code }) => code ?? []))];
  const rest = codings
    .filter(coding => !covers(coding))
    .map(coding => ({ ...coding, range: trimmed(words, coding.range) }))
    .filter(({ range }) => range.start < range.end);
  return { whole, marks: clusters(rest).flatMap((cluster, at) => marksOf(cluster, `s${at + 1}`)) };
}

function trimmed(words: string, { start, end }: TextRange): TextRange {
  const text = words.slice(start, end);
  return {
    start: start + (text.length - text.trimStart().length),
    end: end - (text.length - text.trimEnd().length),
  };
}

/** Codings that overlap, directly or by way of others, together. */
function clusters(codings: readonly CueCoding[]): readonly (readonly CueCoding[])[] {
  const sorted = [...codings].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  const found: CueCoding[][] = [];
  let end = -1;
  for (const coding of sorted) {
    if (coding.range.start < end) found.at(-1)?.push(coding);
    else found.push([coding]);
    end = Math.max(end, coding.range.end);
  }
  return found;
}

function marksOf(cluster: readonly CueCoding[], sign: string): CodedWords['marks'] {
  const pieces = piecesOf(cluster);
  const piece = pieces.length > 1 ? sign : undefined;
  return pieces.flatMap(({ start, end, codings }) => {
    const memos = codings.filter(({ range, memo }) => range.start === start && memo !== undefined);
    const comment = commentSource({
      codes: [...new Set(codings.flatMap(({ code }) => code ?? []))],
      memo: memos.length === 0 ? undefined : [...new Set(memos.map(({ memo }) => memo))].join(' '),
      piece,
    });
    return [
      { at: start, text: '{==' },
      { at: end, text: `==}${comment}` },
    ];
  });
}

function piecesOf(cluster: readonly CueCoding[]): readonly Piece[] {
  const borders = [...new Set(cluster.flatMap(({ range }) => [range.start, range.end]))].sort(
    (a, b) => a - b,
  );
  return borders.slice(0, -1).flatMap((start, at) => {
    const end = borders[at + 1] ?? start;
    const codings = cluster.filter(({ range }) => range.start <= start && range.end >= end);
    return codings.length === 0 ? [] : [{ start, end, codings }];
  });
}
