import type { Config } from '../config/config';
import type { Note } from '../note/note';
import { TurnChunks } from '../transcript/turnChunks';
import type { Problem } from './problem';
import { problemsByRules, type ValidationOptions } from './problemsByRules';
import { noteRules, turnRules } from './rules';

/**
 * All problems of a note, in the order of the text (then by rule). Never throws; every range and edit lies inside
 * the text. While a merge is unresolved, that is the only problem.
 */
export function validateNote(
  note: Note,
  config: Config,
  options: ValidationOptions = {},
): readonly Problem[] {
  if (note.frontMatter.kind !== 'transcript') return problemsByRules(noteRules, note, config, options);
  const turns = options.turns?.next(note) ?? TurnChunks.of(note);
  return problemsByRules([...noteRules, ...turnRules], note, config, { ...options, turns });
}
