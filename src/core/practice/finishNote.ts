import type { Case } from '../case/case';
import { type Edits, StepwiseChange } from '../change/change';
import { fieldRemoval, setField } from '../change/fieldEdits';
import { type CarriedGoal, type CarriedOutcome, carriedGoals, settleCarried } from '../change/settleCarried';
import { boxEdit } from '../change/taskEdits';
import { knownValue } from '../note/fieldValues';
import type { FrontMatterEntry } from '../note/frontMatter';
import type { Note } from '../note/note';
import { type PlainItem, plainLists } from '../note/plainParts';
import type { TextEdit } from '../text/textEdit';
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
  /** Which of the untracked items become goals or actions; none where nothing is said. */
  readonly follows?: (item: PlainItem) => boolean;
  /** The day of the next appointment (ISO), if one was made. */
  readonly next?: string | undefined;
  /** The day on which the note is finished (ISO), which a draft of another day's session says from then on. */
  readonly today?: string;
}

/**
 * Takes the draft mark from a note, where it has one, and settles the goals that were carried into it: the record says of
 * each how it stands. Tells what remains to be done.
 */
export function finishNote(practice: Practice, note: Note, options: FinishOptions = {}): FinishedNote {
  const {
    cases = [],
    settled = () => 'same',
    follows = () => false,
    next,
    today,
    ...problemOptions
  } = options;
  const carried = carriedGoals(note, cases);
  const plain = practice.config.items === 'ask' ? plainLists(note).flat() : [];
  const stepwise = new StepwiseChange(note);
  const boxes = plain.filter(follows).flatMap(({ item }) => boxEdit(item));
  const edits = [...settleCarried(note, carried, settled), ...boxes];
  stepwise.apply(edits.sort((a, b) => a.range.start - b.range.start));
  stepwise.apply(fieldsOf(stepwise.note, next, today));
  const { entries } = stepwise.note.frontMatter;
  stepwise.apply(entries.filter(isDraftMark).map(entry => fieldRemoval(stepwise.note, entry)));
  const problems = noteProblems(practice, stepwise.note, problemOptions);
  const remaining = problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return { kind: 'edits', edits: stepwise.edits, remaining, carried, untracked: plain };
}

/** The next appointment, and the day of the writing where the session was on another one. */
function fieldsOf(note: Note, next: string | undefined, today: string | undefined): readonly TextEdit[] {
  const { draft, date, entries } = note.frontMatter;
  const isLate = draft && date !== undefined && today !== undefined && today !== date.value;
  const isWritten = entries.some(({ field }) => field === 'written');
  const edits = [
    ...(isLate && !isWritten ? [setField(note, 'written', today)] : []),
    ...(next === undefined ? [] : [setField(note, 'next', next)]),
  ].filter(edit => edit !== undefined);
  // Two lines at one place are one insertion.
  const added = edits.filter(({ range }) => range.start === range.end);
  const [first] = added;
  const replaced = edits.filter(({ range }) => range.start !== range.end);
  return first === undefined
    ? replaced
    : [...replaced, { range: first.range, newText: added.map(({ newText }) => newText).join('') }];
}

function isDraftMark({ field, shape, values }: FrontMatterEntry): boolean {
  return (
    field === 'status' &&
    shape === 'scalar' &&
    values.some(({ text }) => knownValue('status', text) !== undefined)
  );
}
