import { languages } from '../language/languages';
import { daysAfter, isIsoDate, weekdayOf } from './dates';
import {
  counting,
  dayOfYear,
  LONGEST,
  MOST,
  monthsAfter,
  saidWords,
  twoDigits,
  type Words,
  without,
  withoutFillers,
} from './timeWords';

/**
 * The day up to the ISO date `until` that words of time may mean of what has been: `yesterday`, `last Friday`, `Jumat`,
 * `5 Desember`, `5/12`. None where they are none of a day.
 */
export function pastDaysMeant(text: string, until: string): readonly string[] {
  if (text.length > LONGEST) return [];
  const words = saidWords(text);
  const ofWeek = Object.values(languages).flatMap(({ timeWords }) => pastDays(words, timeWords, until));
  const rests = Object.values(languages).map(({ timeWords }) => withoutFillers(words, timeWords));
  const ofYear = [words, ...rests].flatMap(each => dayOfYear(each, daysAfter(monthsAfter(until, -12), 1)));
  return [...new Set([...ofWeek, ...ofYear])].filter(day => day <= until).slice(0, MOST);
}

function pastDays(words: string, table: Words, until: string): readonly string[] {
  const { yesterday, weekdays, last, week, month, ago, beforeDay } = table;
  if (yesterday.includes(words)) return [daysAfter(until, -1)];
  const counted = counting(without(words, ago), table, until, -1);
  if (counted.length > 0) return counted;
  const ofMonth = /^\d{1,2}(?:st|nd|rd|th)?$/.exec(without(words, beforeDay) ?? '')?.[0];
  if (ofMonth !== undefined) return dayOfMonth(Number.parseInt(ofMonth, 10), until);
  const said = without(words, last);
  // A week may be called as Sunday is.
  const units = said === undefined ? [] : week.includes(said) ? [daysAfter(until, -7)] : [];
  if (said !== undefined && month.includes(said)) return [monthsAfter(until, -1)];
  const weekday = weekdays.findIndex(names => names.includes(said ?? words));
  if (weekday < 0) return units;
  const since = (weekdayOf(until) - weekday + 7) % 7;
  return [...units, daysAfter(until, said !== undefined && since === 0 ? -7 : -since)];
}

/** The last such day of a month up to a date. */
function dayOfMonth(day: number, until: string): readonly string[] {
  const months = [until, monthsAfter(`${until.slice(0, 8)}01`, -1)].map(each => each.slice(0, 8));
  const dates = months.map(month => month + twoDigits(day)).filter(date => isIsoDate(date) && date <= until);
  return dates.slice(0, 1);
}
