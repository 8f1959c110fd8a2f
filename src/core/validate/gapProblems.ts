import type { Config } from '../config/config';
import type { Note } from '../note/note';
import type { Problem } from './problem';
import { problemsByRules } from './problemsByRules';
import { emptySection } from './rules/emptySection';
import { emptyStage } from './rules/emptyStage';
import { missingSection } from './rules/missingSection';
import { missingStage } from './rules/missingStage';

const gapRules = [missingStage(), emptyStage, missingSection(), emptySection];

/** The required stages and sections that a note lacks or has nothing in, as far as the configuration asks for them. */
export function gapProblems(note: Note, config: Config): readonly Problem[] {
  const found = problemsByRules(gapRules, note, config, {});
  // While a merge is unresolved, that is told instead.
  return found.filter(({ rule }) => gapRules.some(({ id }) => id === rule));
}
