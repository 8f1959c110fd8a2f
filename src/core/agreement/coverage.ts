import type { Coverage } from './agreement';
import type { AlikeTurns } from './alikeTurns';
import { counts, type Roles } from './codeRoles';
import type { Stretch } from './ratedTurns';

/** How many units turns have. */
export function unitsIn(alike: readonly AlikeTurns[]): number {
  return alike.reduce((sum, { stretches, turns }) => sum + turns * unitsOf(stretches), 0);
}

function unitsOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { units }) => sum + units, 0);
}

/** How much of the turns of `roles` was coded, and how much of the others, which do not count. */
export function coverageOf(alike: readonly AlikeTurns[], roles: Roles): Coverage {
  const coverage = { all: 0, some: 0, none: 0, outside: 0 };
  for (const each of alike) {
    const isCounted = counts(each, roles);
    for (const stretch of each.stretches) {
      const share = coveredBy(stretch);
      const units = each.turns * stretch.units;
      if (isCounted) coverage[share] += units;
      else if (share !== 'none') coverage.outside += units;
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
