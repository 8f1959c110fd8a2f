import { daysAfter } from './dates';
import { typedDays } from './dueDays';
import { pastDaysMeant } from './pastDays';

/** So many days before today are offered for a session: what is written on Friday for the whole week. */
const OFFERED = 6;

/** The days that are offered for a session that is written down on the ISO date `today`: today, yesterday, those before. */
export function sessionDays(today: string): readonly string[] {
  return Array.from({ length: OFFERED + 1 }, (_, back) => daysAfter(today, -back));
}

/**
 * The days that what was typed may mean for a session that is written down on the ISO date `today`, the likeliest first:
 * of a weekday, or a day without year, the last one before the coming one. For the rest see {@link typedDays}.
 */
export function typedSessionDays(typed: string, today: string, language: string): readonly string[] {
  return [...new Set([...pastDaysMeant(typed, today), ...typedDays(typed, today, language)])];
}
