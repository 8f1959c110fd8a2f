import type { TextEdit } from '../text/textEdit';
import type { Fix, Problem } from './problem';

/** The edits of all safe fixes that can be applied together. */
export function safeFixes(problems: readonly Problem[]): readonly TextEdit[] {
  return chooseSafeFixes(problems).flatMap(({ edits }) => edits);
}

/** The safe fix of each problem that has one, in the order of the text; of fixes that overlap, the first. */
export function chooseSafeFixes(problems: readonly Problem[]): readonly Fix[] {
  const stretches = problems
    .flatMap(({ fixes }) => fixes.find(({ safety }) => safety === 'safe') ?? [])
    .map(stretchOf)
    .sort((a, b) => a.start - b.start);
  let done = 0;
  return stretches.flatMap(({ fix, start, end }) => {
    if (start < done) return [];
    done = end;
    return [fix];
  });
}

/** A fix and the stretch of the text that its edits lie in. */
function stretchOf(fix: Fix): { readonly fix: Fix; readonly start: number; readonly end: number } {
  const start = fix.edits.reduce(
    (least, { range }) => Math.min(least, range.start),
    Number.POSITIVE_INFINITY,
  );
  const end = fix.edits.reduce((most, { range }) => Math.max(most, range.end), Number.NEGATIVE_INFINITY);
  return { fix, start, end };
}
