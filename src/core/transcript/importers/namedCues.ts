import { mapInSteps, type Steps } from '../../steps';
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
