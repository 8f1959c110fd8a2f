import type { GoalEntry } from '../case/openGoals';
import { type Message, message } from '../message';

/** When a goal is due, and whether that presses; undefined where it is not said. */
export function dueMessage({ goal: { due }, pressure }: GoalEntry): Message | undefined {
  if (due === undefined) return undefined;
  if (pressure === 'overdue') return message('goals.overdue', { date: due });
  return message(pressure === 'due-soon' ? 'goals.due-soon' : 'goals.due', { date: due });
}

/** For how many sessions a goal has been open, and whether that is long. */
export function ageMessage({ goal: { age }, pressure }: GoalEntry): Message {
  if (pressure === 'stale') return message('goals.stale', { count: age });
  if (age === 0) return message('goals.age-0');
  return age === 1 ? message('goals.age-1') : message('goals.age', { count: age });
}

/** How many sessions there are, 0 or more. */
export function sessionCount(count: number): Message {
  if (count === 0) return message('clients.none-yet');
  return count === 1 ? message('clients.sessions-1') : message('clients.sessions', { count });
}
