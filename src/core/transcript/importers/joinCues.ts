import type { Cue } from './importedTranscript';

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
