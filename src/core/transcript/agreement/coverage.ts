import type { Coverage } from './agreement';
import { counts, type Roles } from './codeRoles';
import type { RatedTurn, Stretch } from './ratedTurns';

/** How many units turns have. */
export function unitsIn(turns: readonly RatedTurn[]): number {
  return turns.reduce(
    (sum, { stretches }) => sum + stretches.reduce((units, each) => units + each.units, 0),
    0,
  );
}

/** How much of the turns of `roles` was coded, and how much of the others, which do not count. */
export function coverageOf(turns: readonly RatedTurn[], roles: Roles): Coverage {
  const coverage = { all: 0, some: 0, none: 0, outside: 0 };
  for (const turn of turns) {
    const isCounted = counts(turn, roles);
    for (const stretch of turn.stretches) {
      const share = coveredBy(stretch);
      if (isCounted) coverage[share] += stretch.units;
      else if (share !== 'none') coverage.outside += stretch.units;
    }
  }
  return coverage;
}

function coveredBy({ codes }: Stretch): 'all' | 'some' | 'none' {
  const judged = codes.filter(applied => applied !== undefined);
  const coded = judged.filter(applied => applied.length > 0);
  if (coded.length === 0) return 'none';
  return coded.length === judged.length ? 'all' : 'some';
}
