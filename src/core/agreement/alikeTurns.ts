import type { RatedTurn } from './ratedTurns';

/** Turns of the same role that the raters coded alike; measures are made from these, however long a transcript is. */
export interface AlikeTurns extends Pick<RatedTurn, 'role' | 'stretches'> {
  readonly turns: number;
  /** The transcript that they are of, by its number, where transcripts are drawn together. */
  readonly cluster?: number;
}

/** Gathers turns that are alike, in the order in which each kind first comes. */
export function gatherAlike(turns: readonly RatedTurn[]): readonly AlikeTurns[] {
  const first = new Map<string, RatedTurn>();
  const counts = new Map<string, number>();
  for (const turn of turns) {
    const key = keyOf(turn);
    if (!first.has(key)) first.set(key, turn);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...first].map(([key, { role, stretches }]) => ({ role, stretches, turns: counts.get(key) ?? 0 }));
}

function keyOf({ role = '', stretches }: RatedTurn): string {
  const parts = stretches.map(({ units, codes }) => {
    const applied = codes.map(each => (each === undefined ? '-' : each.join(' ')));
    return `${units} ${applied.join('|')}`;
  });
  return [role, ...parts].join('\n');
}
