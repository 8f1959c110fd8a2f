import type { Stage } from '../protocol/schema';
import type { GoalMention } from './goalMention';
import type { NamedChoice, Note, SectionRegion } from './note';
import type { ReadTasks } from './readGoals';

/** A note as each of its protocols reads it. */
export function readingsOf(note: Note): readonly Note[] {
  return note.others.length === 0 ? [note] : [note, ...note.others];
}

/** The choices that the sections of a note name, as all its protocols read it; most name none. */
export function choicesOf(note: Note): SectionRegion['choices'] {
  const naming: SectionRegion[] = [];
  for (const { stages } of readingsOf(note)) {
    for (const { sections } of stages)
      for (const section of sections) if (section.choices.length > 0) naming.push(section);
  }
  return naming.flatMap(({ choices }) => choices);
}

/**
 * The choice that closes the case, if a section names one: of a section that names one beside others that it excludes, none,
 * since it cannot be told which is meant.
 */
export function closingChoice(note: Note): NamedChoice | undefined {
  for (const { stages } of readingsOf(note)) {
    for (const { stage, sections } of stages) {
      for (const { section, choices } of sections) {
        const closing = choices.find(({ choice }) => choice.closes);
        if (closing === undefined) continue;
        const said = namedIn(stages, stage, section);
        if (!closing.choice.exclusive || said.every(({ choice }) => choice.id === closing.choice.id))
          return closing;
      }
    }
  }
  return undefined;
}

/** What all regions of a section name. */
function namedIn(
  stages: Note['stages'],
  stage: Stage,
  section: SectionRegion['section'],
): readonly NamedChoice[] {
  return stages
    .filter(region => region.stage.id === stage.id)
    .flatMap(({ sections }) => sections.filter(region => region.section.id === section.id))
    .flatMap(({ choices }) => choices);
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
  const tasks = joinTasks(readings);
  const language = readings.map(reading => reading.language).find(tag => tag !== undefined);
  const settled = readings.map(reading => ({
    ...reading,
    language,
    ...tasks,
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

/**
 * The tasks of all readings, each once: as the first has it that makes a goal of it in a stage, else as the first in
 * whose stage it stands, else as a goal of no stage.
 */
function joinTasks(readings: readonly Note[]): ReadTasks {
  const byMarker = new Map<number, Ranked>();
  for (const { goals, untracked } of readings) {
    for (const mention of goals) keepFirst(byMarker, mention, mention.stage === undefined ? 2 : 0);
    for (const mention of untracked) keepFirst(byMarker, mention, mention.stage === undefined ? 3 : 1);
  }
  const ranked = [...byMarker.values()].sort((a, b) => a.mention.range.start - b.mention.range.start);
  const isGoal = ({ rank }: Ranked): boolean => rank % 2 === 0;
  return {
    goals: ranked.filter(isGoal).map(({ mention }) => mention),
    untracked: ranked.filter(each => !isGoal(each)).map(({ mention }) => mention),
  };
}

interface Ranked {
  readonly mention: GoalMention;
  /** The least counts; goals have even ones. */
  readonly rank: number;
}

function keepFirst(byMarker: Map<number, Ranked>, mention: GoalMention, rank: number): void {
  const { start } = mention.markerRange;
  const known = byMarker.get(start);
  if (known === undefined || rank < known.rank) byMarker.set(start, { mention, rank });
}

/** All tasks of a note in the order of the text, those that are text where they stand among them. */
export function tasksOf({ goals, untracked }: Note): readonly GoalMention[] {
  if (untracked.length === 0) return goals;
  return [...goals, ...untracked].sort((a, b) => a.range.start - b.range.start);
}
