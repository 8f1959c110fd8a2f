import type { Case } from '../case/case';
import { goalsToCarry } from '../change/carriedMention';
import { carryOver } from '../change/carryOver';
import type { Config } from '../config/config';
import { message } from '../message';
import type { Note } from '../note/note';
import type { CaseProblem, Fix } from './problem';
import { insertionLanguage, type ValidationOptions } from './problemsByRules';

/** A note whose text is at hand, and what its cases are. */
export interface NoteAtHand {
  readonly text: string;
  /** Reads a text as this note. */
  readonly parse: (text: string) => Note;
  readonly cases: readonly Case[];
}

/**
 * The fixes of a problem that take the text of its note, which a case does not keep: a goal that is left out is
 * carried into the note, and nothing else is touched. None for other problems, and where the goal has no place in the note.
 */
export function carryOverFixes(
  { rule, goal }: CaseProblem,
  { text, parse, cases }: NoteAtHand,
  config: Config,
  surroundings: ValidationOptions = {},
): readonly Fix[] {
  const isLeftOut = rule === 'goal-forgotten' || rule === 'goal-never-addressed';
  if (!isLeftOut || goal === undefined) return [];
  const forgotten = cases.find(({ key }) => key === goal.caseKey)?.goals.find(({ key }) => key === goal.key);
  if (forgotten === undefined) return [];
  const language = insertionLanguage(parse(text), config, surroundings);
  const goals = goalsToCarry(cases, each => each === forgotten);
  const { edits, carried } = carryOver(text, parse, goals, { language });
  if (carried.length === 0) return [];
  return [{ title: message('fix.carry-over'), safety: 'suggestion', edits }];
}
