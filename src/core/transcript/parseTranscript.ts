import type { Note, StageRegion } from '../note/note';
import { readSpeakers } from './speakers';
import type { Transcript, Turn } from './transcript';
import { readTurns } from './turns';

/**
 * Reads a note as a transcript, whatever its kind. Takes any note; never throws. The turns of a long transcript take a
 * while to read: what is shown while typing reads them piece by piece (see `readTurns`).
 */
export function parseTranscript(note: Note): Transcript {
  const speakers = readSpeakers(note);
  const { text, blocks } = note.outline;
  const turns = withStages(readTurns(text, blocks, speakers), note.stages);
  return { ...readTranscriptFields(note), speakers: speakers.declared, turns };
}

/** What the front matter of a transcript says of it. */
export function readTranscriptFields({
  frontMatter,
}: Pick<Note, 'frontMatter'>): Pick<Transcript, 'id' | 'rater' | 'recordedWords'> {
  const fieldText = (field: string): string | undefined => {
    const entry = frontMatter.entries.find(candidate => candidate.field === field);
    return entry?.shape === 'scalar' ? entry.values[0]?.text.trim() : undefined;
  };
  return { id: fieldText('transcript'), rater: fieldText('coder'), recordedWords: fieldText('words') };
}

function withStages(turns: readonly Turn[], stages: readonly StageRegion[]): readonly Turn[] {
  let at = 0;
  return turns.map(turn => {
    while (at < stages.length && (stages[at]?.body.end ?? 0) <= turn.range.start) at++;
    const region = stages[at];
    const isIn = region !== undefined && region.body.start <= turn.range.start;
    return isIn ? { ...turn, stage: region.stage.id } : turn;
  });
}
