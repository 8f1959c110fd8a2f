import type { Case } from '../case/case';
import { goalsToCarry } from '../change/carriedMention';
import { carryOver } from '../change/carryOver';
import { type Message, message, quoting } from '../message';
import type { Note } from '../note/note';
import type { CaseProblem, Fix, RelatedPlace } from './problem';

/** How much of a goal a title shows, in code points. */
const LONGEST_WORDS = 60;

/**
 * The fixes of a problem that take the note itself, which a case does not keep: a goal of one of `cases`, those of the
 * note, that is left out is carried into it, and nothing else is touched. None for other problems, and where the goal
 * has no place in the note. `language` is that of inserted headings.
 */
export function carryOverFixes(
  { rule, goal, related }: CaseProblem,
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
  return [{ title: titleOf(forgotten.text, related[0]), safety: 'suggestion', edits }];
}

/** Several goals may be left out at one place: the title says which one it is about. */
function titleOf(words: string, latest: RelatedPlace | undefined): Message {
  const characters = [...words];
  const isShort = characters.length <= LONGEST_WORDS;
  const goal = isShort ? words : `${characters.slice(0, LONGEST_WORDS).join('').trimEnd()} …`;
  if (latest === undefined) return message('fix.carry-over', { goal });
  return quoting('fix.carry-over', { goal }, { file: latest.path, line: latest.place.line + 1 });
}
