import type { Case } from '../case/case';
import { goalsToCarry } from '../change/carriedMention';
import { carryOver } from '../change/carryOver';
import { message } from '../message';
import type { Note } from '../note/note';
import type { CaseProblem, Fix } from './problem';

/**
 * The fixes of a problem that take the note itself, which a case does not keep: a goal of one of `cases`, those of the
 * note, that is left out is carried into it, and nothing else is touched. None for other problems, and where the goal
 * has no place in the note. `language` is that of inserted headings.
 */
export function carryOverFixes(
  { rule, goal }: CaseProblem,
  note: Note,
  cases: readonly Case[],
  language: string,
): readonly Fix[] {
  const isLeftOut = rule === 'goal-forgotten' || rule === 'goal-never-addressed';
  if (!isLeftOut || goal === undefined) return [];
  const forgotten = cases.find(({ key }) => key === goal.caseKey)?.goals.find(({ key }) => key === goal.key);
  if (forgotten === undefined) return [];
  const goals = goalsToCarry(cases, each => each === forgotten);
  const { edits, carried } = carryOver(note, goals, { language });
  if (carried.length === 0) return [];
  return [{ title: message('fix.carry-over'), safety: 'suggestion', edits }];
}
