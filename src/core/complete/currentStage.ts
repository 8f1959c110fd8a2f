import type { Note, StageRegion } from '../note/note';
import { type CaretLine, stageAt } from '../note/placeAt';
import type { Section } from '../protocol/schema';
import { insertableSections } from './insertableHeadings';
import { nextFirst } from './nextFirst';

/** The stage that the caret's line belongs to. */
interface StageAtCaret {
  readonly region: StageRegion;
  /** The sections that it lacks, those that follow the caret's place in the protocol first. */
  readonly missing: readonly Section[];
  /** Whether sections of it stand after the caret. */
  readonly goesOn: boolean;
}

/**
 * The stage that the caret's line belongs to or, being a heading that names nothing yet, would belong to. Such a
 * heading ends the stage while it is written; what comes after it is still taken to be the stage's.
 */
export function currentStage(note: Note, { range }: CaretLine): StageAtCaret | undefined {
  const region = stageAt(note, range.start) ?? stageAt(note, range.start - 1);
  if (region === undefined) return undefined;
  const cutOff = region.body.end <= range.start ? sectionsBeyond(note, region, range.start) : [];
  const before = region.sections.filter(({ mark }) => mark.range.start < range.start);
  const missing = insertableSections(note, region.stage, range).filter(section => !cutOff.includes(section));
  return {
    region,
    missing: nextFirst(missing, region.stage.sections, before.at(-1)?.section),
    goesOn: before.length < region.sections.length || cutOff.length > 0,
  };
}

/** The sections of the stage under headings that the heading at `offset` cuts off from it. */
function sectionsBeyond(note: Note, { stage, mark }: StageRegion, offset: number): readonly Section[] {
  const sections: Section[] = [];
  for (const { range, title, level } of note.outline.headings) {
    if (range.start <= offset) continue;
    if (note.stages.some(region => region.mark.range.start === range.start)) break;
    const match = note.protocol?.matchSection(stage, title);
    if (match === undefined && level <= mark.level) break;
    if (match !== undefined) sections.push(match.term);
  }
  return sections;
}
