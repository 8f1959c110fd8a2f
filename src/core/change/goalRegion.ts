import type { Note, SectionRegion, StageRegion } from '../note/note';
import { stageDemand } from '../note/note';
import type { Outline } from '../note/outline';
import { readingsOf, readingWith } from '../note/readings';
import { blocksIn } from '../note/regionBlocks';
import type { Section, Stage } from '../protocol/schema';
import type { TextEdit } from '../text/textEdit';
import type { LineRange } from '../text/textRange';
import type { StepwiseChange } from './change';
import { insertSection, insertStage } from './insertion';

/** What a goal stands in: no stage where it goes above all, no section where it stands directly under the stage's mark. */
export interface GoalPlace {
  readonly stage: Stage | undefined;
  readonly section: Section | undefined;
}

/** A part of a note that takes goals. */
interface GoalRegion {
  readonly outline: Outline;
  /** From its mark on. */
  readonly lines: LineRange;
  /** The offset of its mark. */
  readonly start: number;
}

/** Where a goal of a stage and section goes, inserting what it needs; undefined where the note cannot take it. */
export function goalRegion(
  { stage, section }: GoalPlace,
  stepwise: StepwiseChange,
  language: string,
): GoalRegion | undefined {
  if (stage === undefined) return topOf(stepwise.note);
  const read = () => readingWith(stepwise.note, stage);
  let note = read();
  if (!note.stages.some(region => region.stage.id === stage.id)) {
    stepwise.apply(stageInsertion(note, stage, language));
    note = read();
  }
  const regions = note.stages.filter(region => region.stage.id === stage.id);
  const [first] = regions;
  if (first === undefined || section === undefined) return first && leadOf(note, first);
  const find = (among: readonly StageRegion[]) =>
    among.flatMap(({ sections }) => sections).find(each => each.section.id === section.id);
  const present = find(regions);
  if (present !== undefined) return leadOf(note, present);
  stepwise.apply(insertSection(note, first, section, language).edits);
  note = read();
  const inserted = find(note.stages.filter(region => region.stage.id === stage.id));
  return inserted && leadOf(note, inserted);
}

/** A stage with its required sections where it is asked of the note, else its heading alone. */
function stageInsertion(note: Note, stage: Stage, language: string): readonly TextEdit[] {
  const isAsked = stageDemand(note) === 'full' && note.coveredStages.includes(stage.id);
  if (isAsked && stage.sections.length > 0) return insertStage(note, stage, language).edits;
  const { edits } = insertStage(note, { ...stage, sections: [], prompt: undefined }, language);
  // The lines to write on go: a goal takes their place.
  return edits.map(({ range, newText }) => ({
    range,
    newText: newText.replace(/(\r\n|\r|\n)\1\1/, '$1'),
  }));
}

/** Above all stages: below the title of the note, if it has one, to the next heading, else below the front matter. */
function topOf(note: Note): GoalRegion {
  const { outline } = note;
  const { frontMatter, blocks, lines } = outline;
  const above = frontMatter === undefined ? -1 : lines.positionAt(frontMatter.range.end).line;
  const marks = readingsOf(note).flatMap(({ stages }) => stages.map(({ mark }) => mark.line));
  const headings = blocks.filter(block => block.kind === 'heading').map(({ line }) => line);
  const parts = [...headings, ...marks].sort((a, b) => a - b);
  const [title] = blocks.filter(({ kind }) => kind !== 'comment');
  const hasTitle = title?.kind === 'heading' && title.level === 1 && !marks.includes(title.line);
  const first = hasTitle ? title.line : above;
  const after = parts.find(line => line > first) ?? lines.lineCount;
  return { outline, lines: { first: Math.max(0, first), after }, start: lines.lineStart(Math.max(0, first)) };
}

/** From the mark to the next heading of any kind, or to the first section. */
function leadOf({ outline }: Note, region: StageRegion | SectionRegion): GoalRegion {
  const { mark, lines } = region;
  const next = blocksIn(outline, lines).find(block => block.kind === 'heading');
  const section = 'stage' in region ? region.sections.find(each => each.mark !== mark) : undefined;
  return {
    outline,
    lines: {
      first: mark.line,
      after: Math.min(next?.line ?? lines.after, section?.mark.line ?? lines.after),
    },
    start: mark.range.start,
  };
}
