import { compareCodePoints } from '../text/codePointOrder';
import type { Confusion } from './agreement';
import type { AlikeTurns } from './alikeTurns';

interface Cell {
  readonly row: readonly string[];
  readonly column: readonly string[];
  readonly units: number;
}

/** With more values than these a table is too wide to be read, and grows with their square. */
const MOST_VALUES = 100;
/** The tables grow with the square of the raters. */
const MOST_RATERS = 12;

/**
 * The confusion tables of all pairs of up to 12 raters, over the units that both have; pairs that share none are left
 * out, and so is what would stand in a table of more than 100 values.
 */
export function confusionsOf(alike: readonly AlikeTurns[], raters: readonly string[]): readonly Confusion[] {
  if (raters.length > MOST_RATERS) return [];
  return raters.flatMap((first, row) =>
    raters.flatMap((second, column) => {
      if (column <= row) return [];
      const cells = cellsOf(alike, row, column);
      return cells.length === 0 ? [] : [confusion(cells, [first, second])];
    }),
  );
}

function cellsOf(alike: readonly AlikeTurns[], first: number, second: number): readonly Cell[] {
  return alike.flatMap(({ stretches, turns }) =>
    stretches.flatMap(({ units, codes }) => {
      const row = codes[first];
      const column = codes[second];
      return row === undefined || column === undefined ? [] : [{ row, column, units: turns * units }];
    }),
  );
}

function confusion(cells: readonly Cell[], raters: readonly [string, string]): Confusion {
  const byKey = new Map(
    cells.flatMap(({ row, column }) => [row, column]).map(value => [keyOf(value), value]),
  );
  if (byKey.size > MOST_VALUES) return { raters, values: [], counts: [], leftOut: byKey.size };
  // The empty set comes last, behind every code.
  const keys = [...byKey.keys()].sort(
    (a, b) => Number(a === '') - Number(b === '') || compareCodePoints(a, b),
  );
  const places = new Map(keys.map((key, place) => [key, place] as const));
  const counts = keys.map(() => keys.map(() => 0));
  for (const { row, column, units } of cells) {
    const line = counts[places.get(keyOf(row)) ?? 0];
    const place = places.get(keyOf(column)) ?? 0;
    if (line !== undefined) line[place] = (line[place] ?? 0) + units;
  }
  return { raters, values: keys.map(key => byKey.get(key) ?? []), counts, leftOut: undefined };
}

function keyOf(value: readonly string[]): string {
  return value.join(' ');
}
