import { mapInSteps, type Steps } from '../../steps';
import type { TimedBlock } from './cueBlocks';
import { voicedTexts } from './cueText';
import type { Cue, ImportContext } from './importedTranscript';
import { labelledLine, speakersAmong } from './speakerLabel';

/**
 * Gives the cues whose words begin with `Name:` their speaker. A name holds for `each` cue that says it, or `until
 * another` one does.
 */
export function* withNamedSpeakers(
  cues: readonly Cue[],
  context: ImportContext,
  holds: 'each' | 'until another',
): Steps<readonly Cue[]> {
  const labels = yield* mapInSteps(cues, cue =>
    cue.speaker === undefined ? labelledLine(cue.words) : undefined,
  );
  const unvoiced = cues.filter(({ speaker }) => speaker === undefined).length;
  const speakers = speakersAmong(
    labels.flatMap(label => label?.name ?? []),
    unvoiced,
    context,
  );
  let last: string | undefined;
  return cues.map((cue, index) => {
    const label = labels[index];
    if (label === undefined || !speakers.has(label.name)) {
      last = cue.speaker ?? last;
      return holds === 'each' ? cue : { ...cue, speaker: cue.speaker ?? last };
    }
    last = label.name;
    return { ...cue, speaker: label.name, words: label.words };
  });
}

/** The cues of timed blocks, one for each voice in them. */
export function* voicedCues(blocks: readonly TimedBlock[]): Steps<readonly Cue[]> {
  const cues = yield* mapInSteps(blocks, ({ start, end, text }) =>
    voicedTexts(text).map(({ voice, words }): Cue => ({ start, end, speaker: voice, words })),
  );
  return cues.flat();
}

/**
 * Joins the consecutive cues of one speaker into one that starts with the first and ends with the last, their words
 * on lines of their own.
 */
export function joinCues(cues: readonly Cue[]): readonly Cue[] {
  const joined: Cue[] = [];
  for (const cue of cues) {
    const last = joined.at(-1);
    if (last === undefined || cue.speaker === undefined || cue.speaker !== last.speaker) joined.push(cue);
    else
      joined[joined.length - 1] = {
        start: last.start ?? cue.start,
        end: cue.end ?? last.end,
        speaker: cue.speaker,
        words: `${last.words}\n${cue.words}`,
      };
  }
  return joined;
}
