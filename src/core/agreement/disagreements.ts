import type { Disagreement } from './agreement';
import { ratersOf } from './pairVersions';
import { type ComparedOn, type RatedTurn, ratedTurns, type Stretch } from './ratedTurns';
import type { RatedTranscript } from './version';

/**
 * The units on which raters who have the transcript differ, an uncoded unit beside a coded one among them; what is
 * alike within a turn is named once.
 */
export function disagreementsIn(turns: readonly RatedTurn[]): readonly Disagreement[] {
  return turns.flatMap(({ rated, turn, stretches }) => {
    const differing = new Map(
      stretches.filter(isDisputed).map(({ codes }) => [keyOf(codes), codes] as const),
    );
    return [...differing.values()].map(codes => ({ rated, turn, codes }));
  });
}

function isDisputed({ codes }: Stretch): boolean {
  return new Set(codes.flatMap(applied => (applied === undefined ? [] : [applied.join(' ')]))).size > 1;
}

function keyOf(codes: Stretch['codes']): string {
  return JSON.stringify(codes.map(applied => applied ?? null));
}

/** The turns of a transcript, whoever speaks, on which its raters differ; what each applied stands in their order. */
export function disputedTurns(rated: RatedTranscript, on: ComparedOn): readonly Disagreement[] {
  return disagreementsIn(ratedTurns(rated, ratersOf([rated]), on, 'turn'));
}
