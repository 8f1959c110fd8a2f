import { daysBetween } from '../note/dates';
import type { ProgressSession } from './caseProgress';

/**
 * Where a day stands among the columns of a picture: at the column of its session, else between two by the days between
 * them, half a column before the first and behind the last; undefined where no session has a date. `day` is an ISO date.
 */
export function dayPlace(
  day: string,
  sessions: readonly Pick<ProgressSession, 'date'>[],
): number | undefined {
  const dated = sessions.flatMap(({ date }, column) => (date === undefined ? [] : [{ date, column }]));
  const before = dated.findLast(({ date }) => date <= day);
  const after = dated.find(({ date }) => date >= day);
  if (before === undefined) return after && after.column - 0.5;
  if (after === undefined) return before.column + 0.5;
  const span = daysBetween(before.date, after.date);
  if (span <= 0) return before.column;
  const part = daysBetween(before.date, day) / span;
  return before.column + part * (after.column - before.column);
}
