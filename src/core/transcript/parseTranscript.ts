import type { Note } from '../note/note';
import type { Transcript } from './transcript';
import { TurnChunks } from './turnChunks';

/**
 * Reads a note as a transcript, whatever its kind. Takes any note; never throws. All turns of a long transcript take a
 * while to read: what is shown while typing reads them piece by piece (see `TurnChunks`).
 */
export function parseTranscript(note: Note): Transcript {
  const chunks = TurnChunks.of(note);
  const turns = [...chunks.turns()];
  let outside = 0;
  for (const { chunk } of chunks.placed()) outside += chunk.outside.length;
  return { ...readTranscriptFields(note), speakers: chunks.speakers.declared, turns, outside };
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
