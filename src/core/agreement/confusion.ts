import { compareCodePoints } from '../text/codePointOrder';
import type { Confusion, ConfusionCell } from './agreement';
import type { AlikeTurns } from './alikeTurns';

/** The tables grow with the square of the raters. */
const MOST_RATERS = 12;

/**
 * What all pairs of up to 12 raters gave to the same units, over those that both have; pairs that share none are left
 * out. Only what occurs is held: there may be thousands of sets of codes.
 */
export function confusionsOf(alike: readonly AlikeTurns[], raters: readonly string[]): readonly Confusion[] {
  if (raters.length > MOST_RATERS) return [];
  return raters.flatMap((first, row) =>
    raters.flatMap((second, column): readonly Confusion[] => {
      if (column <= row) return [];
      const cells = cellsOf(alike, row, column);
      return cells.length === 0 ? [] : [{ raters: [first, second], cells }];
    }),
  );
}

/** The most frequent first, then by their codes. */
function cellsOf(alike: readonly AlikeTurns[], first: number, second: number): readonly ConfusionCell[] {
  const cells = new Map<string, ConfusionCell>();
  for (const { stretches, turns } of alike) {
    for (const { units, codes } of stretches) {
      const row = codes[first];
      const column = codes[second];
      if (row === undefined || column === undefined) continue;
      const key = `${row.join(' ')}|${column.join(' ')}`;
      const before = cells.get(key)?.units ?? 0;
      cells.set(key, { row, column, units: before + turns * units });
    }
  }
  return [...cells]
    .sort(([a, { units: ofA }], [b, { units: ofB }]) => ofB - ofA || compareCodePoints(a, b))
    .map(([, cell]) => cell);
}
