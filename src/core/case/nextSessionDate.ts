import { daysAfter, daysBetween } from '../note/dates';
import type { Case } from './case';
import { isSession } from './sessions';

/** What is expected of a case whose sessions do not tell their interval: a week, in days. */
const usualInterval = 7;

/**
 * When the next session of a case is to be expected: on the day of an appointment or a session that its notes already
 * have today or later, else after the last one by the usual interval (the median of the days between its sessions, a week where
 * there is but one), today at the earliest. `today` and the result are ISO dates.
 */
export function nextSessionDate({ notes }: Case, today: string): string {
  const dates = [...new Set(notes.filter(isSession).flatMap(({ date }) => date ?? []))].sort();
  const appointments = notes.filter(isSession).flatMap(({ next }) => next ?? []);
  const known = [...dates, ...appointments].sort().find(date => date >= today);
  if (known !== undefined) return known;
  const last = dates.at(-1);
  if (last === undefined) return daysAfter(today, usualInterval);
  const expected = daysAfter(last, medianInterval(dates));
  return expected < today ? today : expected;
}

function medianInterval(dates: readonly string[]): number {
  const intervals = dates.slice(1).map((date, before) => daysBetween(dates[before] ?? date, date));
  const sorted = intervals.sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? usualInterval;
}
