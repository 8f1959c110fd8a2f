import type { Case, CaseGoal, Mention } from '../case/case';
import { type Message, message } from '../message';
import { daysBetween } from '../note/dates';
import type { GoalMention } from '../note/goalMention';
import type { Note } from '../note/note';
import { meets, type TextRange } from '../text/textRange';

/** What a case knows of a goal that a line of a note states. */
export interface GoalLineFacts {
  readonly goal: GoalMention;
  /** What became of it since when, and when it is due; there is something. */
  readonly facts: readonly Message[];
}

/**
 * What the cases of a note know of its goals and the lines do not say, in order; lines of which nothing is known are
 * left out.
 *
 * @param path the note's, as its cases name it
 * @param today an ISO date
 * @param within where goals are looked for: what nobody sees costs nothing
 */
export function goalLineFacts(
  note: Note,
  path: string,
  cases: readonly Case[],
  today: string,
  within: readonly TextRange[],
): readonly GoalLineFacts[] {
  const seen = note.goals.filter(({ range }) => within.some(each => meets(range, each)));
  if (seen.length === 0) return [];
  const known = statedGoals(path, cases);
  return seen.flatMap(goal => {
    const stated = known.get(goal.range.start);
    const facts = stated === undefined ? [] : factsOf(stated, path, today);
    return facts.length === 0 ? [] : [{ goal, facts }];
  });
}

/** The goals of the cases by where a note states them. */
function statedGoals(path: string, cases: readonly Case[]): ReadonlyMap<number, CaseGoal> {
  const stated = cases
    .flatMap(({ goals }) => goals)
    .flatMap(goal =>
      goal.mentions
        .filter(({ note }) => note.path === path)
        .map(({ mention }) => [mention.place.start, goal] as const),
    );
  return new Map(stated);
}

function factsOf(goal: CaseGoal, path: string, today: string): readonly Message[] {
  const status = statusFact(goal, path);
  const due = dueFact(goal, today);
  return [...(status === undefined ? [] : [status]), ...(due === undefined ? [] : [due])];
}

/** Since which session it is as it is, where that is another one than the note's. */
function statusFact({ status, mentions }: CaseGoal, path: string): Message | undefined {
  const since = sinceWhen(mentions);
  const session = since?.note.session;
  if (status === 'not-started' || session === undefined || since?.note.path === path) return undefined;
  return message(`goal-line.${status}`, { session });
}

/** The mention from which on it is as the last one says. */
function sinceWhen(mentions: readonly Mention[]): Mention | undefined {
  const last = mentions.at(-1);
  const other = mentions.findLastIndex(({ status }) => status !== last?.status);
  return mentions[other + 1];
}

function dueFact({ status, due }: CaseGoal, today: string): Message | undefined {
  if (due === undefined || (status !== 'open' && status !== 'in-progress')) return undefined;
  const days = daysBetween(today, due);
  if (days < 0) return message(days === -1 ? 'goal-line.late-1' : 'goal-line.late', { count: -days });
  if (days < 2) return message(days === 0 ? 'goal-line.today' : 'goal-line.tomorrow');
  return message('goal-line.due', { count: days });
}
