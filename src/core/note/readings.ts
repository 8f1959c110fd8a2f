import type { Stage } from '../protocol/schema';
import type { Note } from './note';

/** A note as each of its protocols reads it. */
export function readingsOf(note: Note): readonly Note[] {
  return note.others.length === 0 ? [note] : [note, ...note.others];
}

/** The reading by the protocol with this id, else the note itself. */
export function readingBy(note: Note, protocolId: string | undefined): Note {
  return note.others.find(other => other.protocolId === protocolId) ?? note;
}

/** The reading by the protocol that `stage` is of, which is compared by its id where it is a changed copy. */
export function readingWith(note: Note, stage: Pick<Stage, 'id'>): Note {
  const readings = readingsOf(note);
  const has = (reading: Note, matches: (own: Stage) => boolean) =>
    reading.protocol?.protocol.stages.some(matches) === true;
  return (
    readings.find(reading => has(reading, own => own === stage)) ??
    readings.find(reading => has(reading, own => own.id === stage.id)) ??
    note
  );
}
