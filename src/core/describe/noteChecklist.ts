import type { Fullness, Note, SectionRegion, StageRegion } from '../note/note';
import { isRequiredRole, stageDemand } from '../note/note';
import { readingsOf } from '../note/readings';
import { isAside, type Section, type Stage } from '../protocol/schema';

/** How a stage or section stands in a note; a stage is there `partly` while a section that is asked of it says nothing. */
export type HeadingState = 'present' | 'partly' | 'empty' | 'missing' | 'not-addressed';

/** A stage or section and how it stands in a note. */
export interface ChecklistEntry {
  readonly state: HeadingState;
  /** Whether it is asked of this note. */
  readonly required: boolean;
  /**
   * Where to go: its mark or, missing, what nearly names it. Undefined when it is to be inserted: a stage, or a
   * section of a stage that is missing itself, by `insertStage`, other sections by `insertSection`.
   */
  readonly offset: number | undefined;
}

export interface SectionEntry extends ChecklistEntry {
  readonly section: Section;
}

export interface StageEntry extends ChecklistEntry {
  /** The id of the protocol that it is of. */
  readonly protocol: string;
  readonly stage: Stage;
  /** Its first region, where sections are inserted. */
  readonly region: StageRegion | undefined;
  /** The source of the title of the heading that is taken for it although it has another title, if one is. */
  readonly takenHeading: string | undefined;
  readonly sections: readonly SectionEntry[];
}

/** Every stage and section of the note's protocols, in their order; empty when the protocol is not known. */
export function noteChecklist(note: Note): readonly StageEntry[] {
  const shown = new Set<number>();
  return readingsOf(note).flatMap(reading => {
    const entries = (reading.protocol?.protocol.stages ?? []).map(stage => stageEntry(reading, stage));
    // A mark that serves several protocols is one stage to the eye.
    const own = entries.filter(({ region }) => region === undefined || !shown.has(region.mark.line));
    for (const { region } of own) if (region !== undefined) shown.add(region.mark.line);
    return own;
  });
}

function stageEntry(note: Note, stage: Stage): StageEntry {
  const regions = note.stages.filter(region => region.stage.id === stage.id);
  const [region] = regions;
  const isAsked = stageDemand(note) === 'full' && note.coveredStages.includes(stage.id);
  const isOfSession = note.protocol?.protocol.scope === 'session';
  const sections = stage.sections.map(section => sectionEntry(note, stage, section, regions, isAsked));
  const state = stateOf(regions);
  return {
    protocol: note.protocolId,
    stage,
    region,
    takenHeading: regions.find(({ naming }) => naming === 'loosely')?.mark.title,
    state: state === 'present' && sections.some(isGap) ? 'partly' : state,
    required:
      isAsked && ((stage.required && isOfSession) || (isAside(stage) && isRequiredRole(stage, note.context))),
    offset: region?.mark.range.start ?? nearMiss(note, stage, undefined),
    sections,
  };
}

function isGap({ required, state }: SectionEntry): boolean {
  return required && (state === 'empty' || state === 'missing');
}

function sectionEntry(
  note: Note,
  stage: Stage,
  section: Section,
  stageRegions: readonly StageRegion[],
  isAsked: boolean,
): SectionEntry {
  const regions: readonly SectionRegion[] = stageRegions
    .flatMap(({ sections }) => sections)
    .filter(region => region.section.id === section.id);
  const isPutAside = stageRegions.some(({ notAddressed }) => notAddressed);
  const isOpened = !isPutAside && stageRegions.some(({ fullness }) => fullness !== 'empty');
  const state = stateOf(regions);
  return {
    section,
    state: isPutAside && state !== 'present' ? 'not-addressed' : state,
    required: isAsked && (section.required === 'when-present' ? isOpened : section.required === true),
    offset: regions[0]?.mark.range.start ?? nearMiss(note, stage, section),
  };
}

/** Of several regions the fullest counts. */
function stateOf(regions: readonly { readonly fullness: Fullness }[]): HeadingState {
  if (regions.length === 0) return 'missing';
  const has = (fullness: Fullness) => regions.some(region => region.fullness === fullness);
  if (has('filled')) return 'present';
  return has('not-addressed') ? 'not-addressed' : 'empty';
}

function nearMiss({ nearMisses }: Note, stage: Stage, section: Section | undefined): number | undefined {
  const miss = nearMisses.find(({ near: { term } }) => {
    if (term.stage.id !== stage.id) return false;
    return term.kind === 'stage' ? section === undefined : term.section.id === section?.id;
  });
  return miss?.range.start;
}
