/** A stretch of a list of words and the words that are to stand in its place. */
export interface WordChange {
  /** The first word of the stretch; where it is empty, the word that the new ones stand before. */
  readonly from: number;
  /** The first word behind it. */
  readonly to: number;
  readonly words: readonly string[];
}

/** How many pairs of words are compared at most: beyond that all that differs is one change. */
const MOST_PAIRS = 4_000_000;

/**
 * The changes that make `after` of `before`, in order: as few words as can be (the longest common subsequence), and
 * where as many words come as go, word by word.
 */
export function wordChanges(before: readonly string[], after: readonly string[]): readonly WordChange[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let kept = 0;
  while (kept < shorter - start && before.at(-1 - kept) === after.at(-1 - kept)) kept++;
  const old = before.slice(start, before.length - kept);
  const fresh = after.slice(start, after.length - kept);
  return differences(old, fresh).flatMap(({ from, to, words }) =>
    wordByWord({ from: from + start, to: to + start, words }),
  );
}

/** The words after the changes, which are in order and do not overlap. */
export function withWordChanges(
  before: readonly string[],
  changes: readonly WordChange[],
): readonly string[] {
  const after: string[] = [];
  let at = 0;
  for (const { from, to, words } of changes) {
    for (const word of before.slice(at, from).concat(words)) after.push(word);
    at = to;
  }
  return [...after, ...before.slice(at)];
}

function wordByWord({ from, to, words }: WordChange): readonly WordChange[] {
  if (words.length !== to - from) return [{ from, to, words }];
  return words.map((word, at) => ({ from: from + at, to: from + at + 1, words: [word] }));
}

function differences(before: readonly string[], after: readonly string[]): readonly WordChange[] {
  if (before.length + after.length === 0) return [];
  if (before.length * after.length > MOST_PAIRS) return [{ from: 0, to: before.length, words: after }];
  const lengths = commonLengths(before, after);
  const lengthAt = (row: number, column: number): number => lengths[row * (after.length + 1) + column] ?? 0;
  const changes: WordChange[] = [];
  let from = 0;
  let begun = 0;
  let row = 0;
  let column = 0;
  const finish = (): void => {
    if (row > from || column > begun) changes.push({ from, to: row, words: after.slice(begun, column) });
  };
  while (row < before.length && column < after.length) {
    if (before[row] === after[column]) {
      finish();
      row++;
      column++;
      from = row;
      begun = column;
    } else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row++;
    else column++;
  }
  row = before.length;
  column = after.length;
  finish();
  return changes;
}

/** For each pair of places, how many words their rests have in common at most, in the same order. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const at = row * width + column;
      lengths[at] =
        before[row] === after[column]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  return lengths;
}
