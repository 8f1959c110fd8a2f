import { fieldRemoval } from '../change/fieldEdits';
import type { Config } from '../config/config';
import { knownValues, valueAmong } from '../note/fieldValues';
import type { FrontMatterEntry } from '../note/frontMatter';
import type { Note } from '../note/note';
import { applyEdits, type TextEdit } from '../text/textEdit';
import type { Problem } from './problem';
import type { ValidationOptions } from './problemsByRules';
import { validateNote } from './validateNote';

/** A note that is a draft no longer. */
export interface FinishedNote {
  /** What removes `status: draft`; none where the note is no draft. */
  readonly edits: readonly TextEdit[];
  /** The text after the edits. */
  readonly text: string;
  /** The errors and warnings of that text: what is still missing in it or wrong. */
  readonly remaining: readonly Problem[];
}

/** Takes the draft mark from the note with this text, and tells what remains to be done. `parse` reads a text as it. */
export function finishNote(
  text: string,
  parse: (text: string) => Note,
  config: Config,
  surroundings: ValidationOptions = {},
): FinishedNote {
  const note = parse(text);
  const edits = note.frontMatter.entries.filter(isDraftMark).map(entry => fieldRemoval(note, entry));
  const finished = applyEdits(text, edits);
  const problems = validateNote(parse(finished), config, surroundings);
  const remaining = problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return { edits, text: finished, remaining };
}

function isDraftMark({ field, shape, values }: FrontMatterEntry): boolean {
  return (
    field === 'status' &&
    shape === 'scalar' &&
    values.some(({ text }) => valueAmong(knownValues.status, text) !== undefined)
  );
}
