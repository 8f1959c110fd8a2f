import type { CaseGoal } from '../case/case';
import { StatedGoals } from '../case/sameGoal';
import type { GoalStatus } from '../note/goalMention';
import { carriedMarker, markerOfStatus } from '../note/markers';
import type { Note, SectionRegion, StageRegion } from '../note/note';
import { stageDemand } from '../note/note';
import type { Outline } from '../note/outline';
import { readingsOf, readingWith } from '../note/readings';
import { blocksIn } from '../note/regionBlocks';
import type { Section, Stage } from '../protocol/schema';
import type { TextEdit } from '../text/textEdit';
import type { LineRange } from '../text/textRange';
import { type CarriedMention, carriedMentions, type GoalToCarry } from './carriedMention';
import { type Edits, StepwiseChange } from './change';
import { insertItems } from './insertItem';
import { insertSection, insertStage } from './insertion';

/** Goals carried into a note, as one change of it. */
export interface CarriedOver extends Edits {
  /** Those that the note mentions now and did not before; the others have no place in it. */
  readonly carried: readonly CaseGoal[];
}

/** How goals are carried over. */
export interface CarryOptions {
  /** The language of inserted headings. */
  readonly language: string;
  /** The status that they have in the copy; where there is none, they stand as they stood: a draft says just that. */
  readonly status?: GoalStatus | undefined;
}

/**
 * Carries goals of the note's cases into the note, each as the last item of its section, or of what stands directly
 * under the mark of its stage; goals that the note mentions already are passed over. A section or
 * stage that it lacks is inserted, with its other sections only where the stage is asked of it. Touches no other note.
 */
export function carryOver(note: Note, goals: readonly GoalToCarry[], options: CarryOptions): CarriedOver {
  const stepwise = new StepwiseChange(note);
  const carried = new Set<CaseGoal>();
  const mentions = missingMentions(note, goals);
  for (const [first, ...others] of byPlace(mentions)) {
    const region = regionFor(first, stepwise, options.language);
    if (region === undefined) continue;
    const wanted = ({ goal, words }: CarriedMention) => {
      return { words, box: `[${markerIn(note, goal, options)}]`, asTask: true };
    };
    const items = [wanted(first), ...others.map(wanted)] as const;
    stepwise.apply(insertItems(region.outline, region.lines, region.start, items));
    for (const { goal } of [first, ...others]) carried.add(goal);
  }
  const inOrder = mentions.flatMap(({ goal }) => (carried.has(goal) ? [goal] : []));
  return { kind: 'edits', edits: stepwise.edits, carried: inOrder };
}

/** Carries goals over with another due date (ISO); they are open or whatever they were, and no longer just as they stood. */
export function carryWithDue(
  note: Note,
  goals: readonly GoalToCarry[],
  due: string,
  language: string,
): CarriedOver {
  const [status] = goals.map(({ goal }) => (goal.status === 'not-started' ? 'open' : goal.status));
  return carryOver(
    note,
    goals.map(each => ({ ...each, goal: { ...each.goal, due } })),
    { language, status },
  );
}

/** The mentions that go to one stage or section together, in the order in which the first of each comes. */
function byPlace(
  mentions: readonly CarriedMention[],
): readonly (readonly [CarriedMention, ...CarriedMention[]])[] {
  const places = new Map<Section | Stage | undefined, [CarriedMention, ...CarriedMention[]]>();
  for (const mention of mentions) {
    const place = mention.section ?? mention.stage;
    const known = places.get(place);
    if (known === undefined) places.set(place, [mention]);
    else known.push(mention);
  }
  return [...places.values()];
}

function markerIn({ frontMatter }: Note, goal: CaseGoal, { status }: CarryOptions): string {
  if (status === undefined && frontMatter.draft) return carriedMarker;
  const stands = status ?? goal.status;
  return markerOfStatus(stands === 'not-started' ? 'open' : stands);
}

function missingMentions(note: Note, goals: readonly GoalToCarry[]): readonly CarriedMention[] {
  const protocols = readingsOf(note).flatMap(({ protocol }) => protocol ?? []);
  if (protocols.length === 0 || note.frontMatter.kind !== 'note') return [];
  const stated = new StatedGoals(note.goals);
  const missing = goals.filter(({ goal, ofCase }) => !stated.has(goal, ofCase));
  const taken = note.goals.flatMap(({ id }) => id ?? []);
  return carriedMentions(missing, { protocols, taken, goalIds: note.context.goalIds });
}

interface Region {
  readonly outline: Outline;
  /** From its mark on. */
  readonly lines: LineRange;
  /** The offset of its mark. */
  readonly start: number;
}

/** Where the mention goes, inserting what it needs; undefined where the note cannot take it. */
function regionFor(
  { stage, section }: CarriedMention,
  stepwise: StepwiseChange,
  language: string,
): Region | undefined {
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
function topOf(note: Note): Region {
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
function leadOf({ outline }: Note, region: StageRegion | SectionRegion): Region {
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
