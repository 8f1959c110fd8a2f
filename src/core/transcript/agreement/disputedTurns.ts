import type { Disagreement } from './agreement';
import { disagreementsIn } from './disagreements';
import { ratersOf } from './pairVersions';
import { type ComparedOn, ratedTurns } from './ratedTurns';
import type { RatedTranscript } from './version';

/** The turns of a transcript, whoever speaks, on which its raters differ; what each applied stands in their order. */
export function disputedTurns(rated: RatedTranscript, on: ComparedOn): readonly Disagreement[] {
  return disagreementsIn(ratedTurns(rated, ratersOf([rated]), on, 'turn'));
}
