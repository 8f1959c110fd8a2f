import { type Edits, editsOf } from '../change/change';
import { fieldRemoval } from '../change/fieldEdits';
import { knownValues, valueAmong } from '../note/fieldValues';
import type { FrontMatterEntry } from '../note/frontMatter';
import type { Note } from '../note/note';
import { edited } from '../note/parseNote';
import type { Problem } from '../validate/problem';
import { noteProblems, type Practice, type ProblemOptions } from './practice';

/** What makes a note a draft no longer. */
interface FinishedNote extends Edits {
  /** The errors and warnings of the note after the edits: what is still missing in it or wrong. */
  readonly remaining: readonly Problem[];
}

/** Takes the draft mark from a note, where it has one, and tells what remains to be done. */
export function finishNote(practice: Practice, note: Note, options: ProblemOptions = {}): FinishedNote {
  const edits = note.frontMatter.entries.filter(isDraftMark).map(entry => fieldRemoval(note, entry));
  const problems = noteProblems(practice, edited(note, edits), options);
  const remaining = problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return { ...editsOf(edits), remaining };
}

function isDraftMark({ field, shape, values }: FrontMatterEntry): boolean {
  return (
    field === 'status' &&
    shape === 'scalar' &&
    values.some(({ text }) => valueAmong(knownValues.status, text) !== undefined)
  );
}
