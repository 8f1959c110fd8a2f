import type { Case } from '../case/case';
import { type Edits, StepwiseChange } from '../change/change';
import { fieldRemoval } from '../change/fieldEdits';
import { type CarriedGoal, type CarriedOutcome, carriedGoals, settleCarried } from '../change/settleCarried';
import { knownValues, valueAmong } from '../note/fieldValues';
import type { FrontMatterEntry } from '../note/frontMatter';
import type { Note } from '../note/note';
import { type PlainItem, plainLists } from '../note/plainParts';
import type { Problem } from '../validate/problem';
import type { Practice } from './practice';
import { noteProblems, type ProblemOptions } from './problems';

/** What makes a note a draft no longer. */
interface FinishedNote extends Edits {
  /** The errors and warnings of the note after the edits: what is still missing in it or wrong. */
  readonly remaining: readonly Problem[];
  /** The goals that were carried over and that nobody touched, as they were before the edits. */
  readonly carried: readonly CarriedGoal[];
  /** The items without a box where goals or actions are tracked, which nobody follows. */
  readonly untracked: readonly PlainItem[];
}

/** What finishing a note depends on besides the note and its practice. */
interface FinishOptions extends ProblemOptions {
  /** Those of the note's clients. */
  readonly cases?: readonly Case[];
  /** What becomes of goals that were carried over; where nothing is said, they stand as they stood. */
  readonly settled?: (goal: CarriedGoal) => CarriedOutcome;
}

/**
 * Takes the draft mark from a note, where it has one, and settles the goals that were carried into it: the record says of
 * each how it stands. Tells what remains to be done.
 */
export function finishNote(practice: Practice, note: Note, options: FinishOptions = {}): FinishedNote {
  const { cases = [], settled = () => 'same', ...problemOptions } = options;
  const carried = carriedGoals(note, cases);
  const stepwise = new StepwiseChange(note);
  stepwise.apply(settleCarried(note, carried, settled));
  const { entries } = stepwise.note.frontMatter;
  stepwise.apply(entries.filter(isDraftMark).map(entry => fieldRemoval(stepwise.note, entry)));
  const problems = noteProblems(practice, stepwise.note, problemOptions);
  const remaining = problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const untracked = practice.config.items === 'ask' ? plainLists(stepwise.note).flat() : [];
  return { kind: 'edits', edits: stepwise.edits, remaining, carried, untracked };
}

function isDraftMark({ field, shape, values }: FrontMatterEntry): boolean {
  return (
    field === 'status' &&
    shape === 'scalar' &&
    values.some(({ text }) => valueAmong(knownValues.status, text) !== undefined)
  );
}
