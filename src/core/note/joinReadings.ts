import type { GoalMention } from '../goal/goalMention';
import type { Note } from './note';

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
    readings.filter(other => other !== reading).flatMap(({ stages }) => stages.flatMap(headingStarts)),
  );
  return reading.nearMisses.filter(({ range }) => !known.has(range.start));
}

function headingStarts({ heading, sections }: Note['stages'][number]): readonly number[] {
  return [heading, ...sections.map(section => section.heading)].map(({ titleRange }) => titleRange.start);
}

function joinGoals(readings: readonly Note[]): readonly GoalMention[] {
  const byMarker = new Map<number, GoalMention>();
  for (const mention of readings.flatMap(({ goals }) => goals)) {
    const { start } = mention.markerRange;
    if (!byMarker.has(start)) byMarker.set(start, mention);
  }
  return [...byMarker.values()].sort((a, b) => a.range.start - b.range.start);
}
