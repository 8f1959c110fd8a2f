import type { CaseGoal } from '../case/case';
import { StatedGoals } from '../case/sameGoal';
import type { GoalStatus } from '../note/goalMention';
import { carriedMarker, markerOfStatus } from '../note/markers';
import type { Note } from '../note/note';
import { readingsOf } from '../note/readings';
import type { Section, Stage } from '../protocol/schema';
import { type CarriedMention, carriedMentions, type GoalToCarry } from './carriedMention';
import { type Edits, StepwiseChange } from './change';
import { goalRegion } from './goalRegion';
import { insertItems } from './insertItem';

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
    const region = goalRegion(first, stepwise, options.language);
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
