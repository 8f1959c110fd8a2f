import type { Note } from '../note/note';
import { CaseProblems } from '../validate/caseProblems';
import type { Problem } from '../validate/problem';
import { insertionLanguage, problemsByRules, type ValidationOptions } from '../validate/problemsByRules';
import { noteRules } from '../validate/rules';
import { validateNote } from '../validate/validateNote';
import type { Practice } from './practice';

/** What the problems of a note depend on besides the note and its practice. */
export type ProblemOptions = Pick<ValidationOptions, 'language' | 'turns' | 'together' | 'today'>;

/** All problems of a note, those of a transcript's turns too (see {@link validateNote}). */
export function noteProblems(
  practice: Practice,
  note: Note,
  options: ProblemOptions = {},
): readonly Problem[] {
  return validateNote(note, practice.config, validationOptions(practice, options));
}

/** The problems of a note, without those of a transcript's turns. */
export function problemsBesideTurns(
  practice: Practice,
  note: Note,
  options: ProblemOptions = {},
): readonly Problem[] {
  return problemsByRules(noteRules, note, practice.config, validationOptions(practice, options));
}

/** What tells the problems that the cases of the practice bring to their notes. */
export function problemsOfCases({ config, protocols }: Practice): CaseProblems {
  return new CaseProblems(config, protocols);
}

/** The language of text that is inserted into a note. */
export function languageInto(practice: Practice, note: Note, options: ProblemOptions = {}): string {
  return insertionLanguage(note, practice.config, options);
}

function validationOptions(
  { protocols }: Practice,
  { language, turns, together, today }: ProblemOptions,
): ValidationOptions {
  return { language, turns, together, today, protocolIds: protocols.ids };
}
