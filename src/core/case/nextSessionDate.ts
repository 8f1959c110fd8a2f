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
export function nextSessionDate(ofCase: Case, today: string): string {
  const known = appointmentFrom(ofCase, today);
  if (known !== undefined) return known;
  const dates = sessionDates(ofCase);
  const last = dates.at(-1);
  if (last === undefined) return daysAfter(today, usualInterval);
  const expected = daysAfter(last, medianInterval(dates));
  return expected < today ? today : expected;
}

/** The first day of an appointment or a session that the notes of a case have on `day` (ISO) or later, if there is one. */
export function appointmentFrom(ofCase: Case, day: string): string | undefined {
  const appointments = ofCase.notes.filter(isSession).flatMap(({ next }) => next ?? []);
  return [...sessionDates(ofCase), ...appointments].sort().find(date => date >= day);
}

function sessionDates({ notes }: Case): readonly string[] {
  return [...new Set(notes.filter(isSession).flatMap(({ date }) => date ?? []))].sort();
}

function medianInterval(dates: readonly string[]): number {
  const intervals = dates.slice(1).map((date, before) => daysBetween(dates[before] ?? date, date));
  const sorted = intervals.sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? usualInterval;
}
