import type { TurnChunks } from '../transcript/turnChunks';
import { checkTimes } from './rules/timestampOrder';
import { checkMarks } from './rules/unclosedSpan';
import { checkCodes } from './rules/unknownCode';
import { checkSpeaker } from './rules/unknownSpeaker';
import { findingsIn, type TurnCheck } from './turnFindings';

const checks: readonly TurnCheck[] = [checkMarks, checkCodes, checkSpeaker];

/**
 * Reads the turns of a transcript and looks them through, a piece at each step, so that its problems can then be told
 * at once. Whoever has other things to do pauses between steps.
 */
export function* prepareTurns(turns: TurnChunks): Generator<void, void, undefined> {
  const { note } = turns;
  const isHashed = note.frontMatter.entries.some(({ field }) => field === 'words');
  for (const chunk of turns.read()) {
    for (const check of checks) findingsIn(chunk, check, { note, turns });
    checkTimes(chunk);
    yield;
  }
  if (isHashed) yield* turns.hasher.read(turns.said());
}
