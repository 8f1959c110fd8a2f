import {
  isRequiredRole,
  type NearMiss,
  type Note,
  type SectionRegion,
  type StageRegion,
  stageDemand,
  type UnnamedHeading,
} from '../note/note';
import { isAside, isAskedOfNote, type Section, type Stage } from '../protocol/schema';
import { riskRole } from '../protocol/trackedKind';

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
  const asked = note.unnamed.flatMap(heading => {
    const others = heading.asked.filter(({ id }) => !near.has(id));
    return others.length === 0 ? [] : [{ ...heading, asked: others }];
  });
  const told = new Set([
    ...near,
    ...note.broken.flatMap(({ stage }) => stage?.id ?? []),
    ...asked.flatMap(heading => heading.asked.map(({ id }) => id)),
  ]);
  const covered = [...present.values()].filter(({ stage }) => note.coveredStages.includes(stage.id));
  const openedStages = covered.filter(isOpened);
  return {
    missingStages: missingStages(note, present, told),
    emptyStages: emptyStages(note, [...present.values()]),
    missingSections: openedStages.flatMap(stage => missingSections(stage, note)),
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
  const areAsked = stagesAreAsked(note);
  const all = note.protocol?.protocol.stages ?? [];
  const stages = areAsked ? all : all.filter(isAside);
  return stages.filter(
    stage =>
      (stage.required || isRequiredRole(stage, note.context)) &&
      note.coveredStages.includes(stage.id) &&
      !present.has(stage.id) &&
      !told.has(stage.id),
  );
}

/** A heading on risk that says nothing leaves open whether anybody asked. */
function emptyStages(note: Note, present: readonly MergedStage[]): readonly StageRegion[] {
  const areAsked = stagesAreAsked(note);
  return present
    .filter(
      ({ stage }) => isAside(stage) || (areAsked && note.coveredStages.includes(stage.id) && stage.required),
    )
    .filter(({ regions }) => regions.every(({ fullness }) => fullness === 'empty'))
    .map(({ region }) => region);
}

function isOpened({ regions }: MergedStage): boolean {
  const putAside = regions.some(({ notAddressed }) => notAddressed);
  return !putAside && regions.some(({ fullness }) => fullness !== 'empty');
}

function missingSections(
  { stage, region, sections }: PresentStage,
  { nearMisses, context }: Note,
): readonly SectionGap[] {
  const there = new Set(sections.map(({ section }) => section.id));
  for (const { near } of nearMisses) {
    if (near.term.kind === 'section' && near.term.stage.id === stage.id) there.add(near.term.section.id);
  }
  return stage.sections
    .filter(section => isAskedOfNote(section) || isRequiredRole(section, context))
    .filter(section => !there.has(section.id))
    .map(section => ({ region, section }));
}

function emptySections({ stage, sections }: PresentStage): readonly PlacedSection[] {
  if (sections.every(({ fullness }) => fullness !== 'empty')) return [];
  const asked = stage.sections.filter(section => isAskedOfNote(section) || section.role === riskRole);
  return asked.flatMap(({ id }) => {
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
