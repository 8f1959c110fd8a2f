import type { Stage } from '../protocol/schema';
import type { GoalMention } from './goalMention';
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

/**
 * One note of its readings by several protocols. What one of them knows by a heading is no slip of the pen for another;
 * an item that several make a goal of is one, as the first of them has it; and the note has one language.
 */
export function joinReadings(first: Note, others: readonly Note[]): Note {
  const readings = [first, ...others];
  const goals = joinGoals(readings);
  const language = readings.map(reading => reading.language).find(tag => tag !== undefined);
  const settled = readings.map(reading => ({
    ...reading,
    language,
    goals,
    nearMisses: withoutKnown(reading, readings),
  }));
  const [note = first, ...rest] = settled;
  return { ...note, others: rest };
}

function withoutKnown(reading: Note, readings: readonly Note[]): Note['nearMisses'] {
  const known = new Set(
    readings.filter(other => other !== reading).flatMap(({ stages }) => stages.flatMap(markStarts)),
  );
  return reading.nearMisses.filter(({ range }) => !known.has(range.start));
}

function markStarts({ mark, sections }: Note['stages'][number]): readonly number[] {
  return [mark, ...sections.map(section => section.mark)].map(({ titleRange }) => titleRange.start);
}

function joinGoals(readings: readonly Note[]): readonly GoalMention[] {
  const byMarker = new Map<number, GoalMention>();
  for (const mention of readings.flatMap(({ goals }) => goals)) {
    const { start } = mention.markerRange;
    if (!byMarker.has(start)) byMarker.set(start, mention);
  }
  return [...byMarker.values()].sort((a, b) => a.range.start - b.range.start);
}
