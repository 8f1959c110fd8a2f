import { mapInSteps, type Steps } from '../../steps';
import type { TimedBlock } from './cueBlocks';
import { voicedTexts } from './cueText';
import type { Cue } from './importedTranscript';

/** The cues of timed blocks, one for each voice in them. */
export function* voicedCues(blocks: readonly TimedBlock[]): Steps<readonly Cue[]> {
  const cues = yield* mapInSteps(blocks, ({ start, end, text }) =>
    voicedTexts(text).map(({ voice, words }): Cue => ({ start, end, speaker: voice, words })),
  );
  return cues.flat();
}
