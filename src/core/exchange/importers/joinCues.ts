import type { Cue } from './importedTranscript';

/**
 * Joins the consecutive cues of one speaker into one that starts with the first and ends with the last, their words
 * on lines of their own.
 */
export function joinCues(cues: readonly Cue[]): readonly Cue[] {
  const joined: Cue[] = [];
  for (const cue of cues) {
    const last = joined.at(-1);
    const goesOn =
      last?.speaker !== undefined &&
      cue.speaker === last.speaker &&
      cue.stage === undefined &&
      !hasCodes(cue, last);
    if (!goesOn) joined.push(cue);
    else
      joined[joined.length - 1] = {
        ...last,
        start: last.start ?? cue.start,
        end: cue.end ?? last.end,
        words: `${last.words}\n${cue.words}`,
      };
  }
  return joined;
}

/** A code of one turn is none of two. */
function hasCodes(...cues: readonly Cue[]): boolean {
  return cues.some(({ codings = [] }) => codings.length > 0);
}
