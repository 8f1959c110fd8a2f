import { type Edits, StepwiseChange } from '../change/change';
import type { Note } from '../note/note';
import type { Problem } from '../validate/problem';
import { chooseSafeFixes } from '../validate/safeFixes';
import type { Practice } from './practice';
import { noteProblems, type ProblemOptions } from './problems';

/** What mends a note, and what it is after that. */
export interface MendedNote extends Edits {
  /** The note after the edits. */
  readonly note: Note;
  /** How many fixes, or stages and sections, there were (the sections that a stage brings not counted). */
  readonly count: number;
  /** The problems of the note after the edits. */
  readonly remaining: readonly Problem[];
}

/** One fix can bring another problem to light (a heading put right has sections); so many times that is followed. */
const MOST_PASSES = 20;

/** Applies all safe fixes until there is none left. A second time changes nothing. */
export function fixNote(practice: Practice, note: Note, options: ProblemOptions = {}): MendedNote {
  const stepwise = new StepwiseChange(note);
  let count = 0;
  let remaining = noteProblems(practice, note, options);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const fixes = chooseSafeFixes(remaining);
    if (fixes.length === 0) break;
    stepwise.apply(fixes.flatMap(({ edits }) => edits));
    count += fixes.length;
    remaining = noteProblems(practice, stepwise.note, options);
  }
  return { kind: 'edits', edits: stepwise.edits, note: stepwise.note, count, remaining };
}
