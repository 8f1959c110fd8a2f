import {
  type NearMiss,
  type Note,
  type SectionRegion,
  type StageRegion,
  stageDemand,
  type UnnamedHeading,
} from '../note/note';
import { isAskedOfNote, type Section, type Stage } from '../protocol/schema';

/** A stage that stands in a note, and the regions that it has there (more than one where it stands twice). */
export interface PresentStage {
  readonly stage: Stage;
  /** The first of its regions; what it lacks is mended there. */
  readonly region: StageRegion;
  readonly sections: readonly SectionRegion[];
}

/** A section that a stage of the note lacks. */
interface SectionGap {
  readonly region: StageRegion;
  readonly section: Section;
}

/** A section of the note, and the stage that it stands in. */
interface PlacedSection {
  readonly stage: Stage;
  readonly region: SectionRegion;
}

/** What a note lacks of what is asked of it, and the near misses that stand in place of a gap. */
export interface Gaps {
  readonly missingStages: readonly Stage[];
  readonly emptyStages: readonly StageRegion[];
  readonly missingSections: readonly SectionGap[];
  readonly emptySections: readonly PlacedSection[];
  readonly nearMisses: readonly NearMiss[];
  /** The headings that may be meant for stages that the note lacks, and so stand in place of these gaps. */
  readonly asked: readonly UnnamedHeading[];
  /** The stages whose sections are asked for: asked of the note, present, not empty, not put aside. */
  readonly openedStages: readonly PresentStage[];
}

const noGaps: Gaps = {
  missingStages: [],
  emptyStages: [],
  missingSections: [],
  emptySections: [],
  nearMisses: [],
  asked: [],
  openedStages: [],
};

/** Finds what the note lacks, in one pass over its stages. */
export function gapsOf(note: Note): Gaps {
  const demand = stageDemand(note);
  const present = presentStages(note);
  if (demand === 'none') return noGaps;
  if (demand === 'headings') return { ...noGaps, missingStages: missingStages(note, present, new Set()) };
  const { nearMisses } = note;
  const near = new Set(
    nearMisses.filter(miss => isOfStage(miss, present)).map(({ near: { term } }) => term.stage.id),
  );
  const asked = note.unnamed
    .map(heading => ({ ...heading, asked: heading.asked.filter(({ id }) => !near.has(id)) }))
    .filter(heading => heading.asked.length > 0);
  const told = new Set([
    ...near,
    ...note.broken.flatMap(({ stage }) => stage?.id ?? []),
    ...asked.flatMap(heading => heading.asked.map(({ id }) => id)),
  ]);
  const covered = [...present.values()].filter(({ stage }) => note.coveredStages.includes(stage.id));
  const openedStages = covered.filter(isOpened);
  return {
    missingStages: missingStages(note, present, told),
    emptyStages: stagesAreAsked(note) ? covered.filter(isEmptyRequired).map(({ region }) => region) : [],
    missingSections: openedStages.flatMap(stage => missingSections(stage, nearMisses)),
    emptySections: openedStages.flatMap(emptySections),
    nearMisses,
    asked,
    openedStages,
  };
}

/** Whether the session may have been about the stages that the note has, and about no others. */
export function mayBePartial(note: Note): boolean {
  return stageDemand(note) === 'full' && note.stages.length > 0 && note.frontMatter.stages === undefined;
}

interface MergedStage extends PresentStage {
  readonly regions: readonly StageRegion[];
}

function presentStages(note: Note): ReadonlyMap<string, MergedStage> {
  const regionsById = new Map<string, StageRegion[]>();
  for (const region of note.stages) {
    const regions = regionsById.get(region.stage.id);
    if (regions === undefined) regionsById.set(region.stage.id, [region]);
    else regions.push(region);
  }
  const stages = new Map<string, MergedStage>();
  for (const [id, regions] of regionsById) {
    const [region] = regions;
    if (region === undefined) continue;
    stages.set(id, {
      stage: region.stage,
      region,
      regions,
      sections: regions.flatMap(({ sections }) => sections),
    });
  }
  return stages;
}

/** With the scope `case`, the stages are asked of the case by the time it closes, not of each note. */
function stagesAreAsked(note: Note): boolean {
  return note.protocol?.protocol.scope === 'session';
}

function missingStages(
  note: Note,
  present: ReadonlyMap<string, MergedStage>,
  told: ReadonlySet<string>,
): readonly Stage[] {
  if (!stagesAreAsked(note)) return [];
  const stages = note.protocol?.protocol.stages ?? [];
  return stages.filter(
    ({ id, required }) => required && note.coveredStages.includes(id) && !present.has(id) && !told.has(id),
  );
}

function isEmptyRequired({ stage, regions }: MergedStage): boolean {
  return stage.required && regions.every(({ fullness }) => fullness === 'empty');
}

function isOpened({ regions }: MergedStage): boolean {
  const putAside = regions.some(({ notAddressed }) => notAddressed);
  return !putAside && regions.some(({ fullness }) => fullness !== 'empty');
}

function missingSections(
  { stage, region, sections }: PresentStage,
  nearMisses: readonly NearMiss[],
): readonly SectionGap[] {
  const there = new Set(sections.map(({ section }) => section.id));
  for (const { near } of nearMisses) {
    if (near.term.kind === 'section' && near.term.stage.id === stage.id) there.add(near.term.section.id);
  }
  return stage.sections
    .filter(section => isAskedOfNote(section) && !there.has(section.id))
    .map(section => ({ region, section }));
}

function emptySections({ stage, sections }: PresentStage): readonly PlacedSection[] {
  if (sections.every(({ fullness }) => fullness !== 'empty')) return [];
  return stage.sections.filter(isAskedOfNote).flatMap(({ id }) => {
    const regions = sections.filter(({ section }) => section.id === id);
    const [first] = regions;
    const isEmpty = first !== undefined && regions.every(({ fullness }) => fullness === 'empty');
    return isEmpty ? [{ stage, region: first }] : [];
  });
}

/** Whether a stage is nearly there, or a section that would open it. */
function isOfStage({ near: { term } }: NearMiss, present: ReadonlyMap<string, MergedStage>): boolean {
  return term.kind === 'stage' || !present.has(term.stage.id);
}
