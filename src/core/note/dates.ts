import { languages } from '../language/languages';
import { dayMonthYear, languageOfTag, monthDayYear, monthsByName } from '../language/languageWords';

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const YEAR_FIRST = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[t ]\d{1,2}[:.]\d{2}.{0,20})?$/;
/** A time that is not that of the place where it was written, with its hour: `2026-03-01T20:00:00.000Z`. */
const UTC_TIME = /^(\d{4}-\d{2}-\d{2})[t ](\d{1,2})[:.]\d{2}.{0,16}?(?:z|utc|gmt|[+-]00:?00)$/;
const YEAR_LAST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
const DAY_MONTH_YEAR = dayMonthYear(languages);
const MONTH_DAY_YEAR = monthDayYear(languages);
const WEEKDAY = /^[\p{L}']{3,10}, */u;
/** No readable date is longer; a longer value is not looked at. */
const LONGEST = 60;

const monthByName = monthsByName(languages);

/** Whether `text` is `YYYY-MM-DD` and a day of the (Gregorian) calendar. */
export function isIsoDate(text: string): boolean {
  const match = ISO.exec(text);
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The ISO date that is `days` after another. */
export function daysAfter(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** How many days the ISO date `to` is after `from`. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/**
 * The ISO date that `text` says in another readable form: `12/3/2026`, `12 Maret 2026`, `March 12, 2026`,
 * `2026/3/12`, … Numbers are read day first where `language` does so; elsewhere they are read only if one
 * reading alone is in the calendar. Undefined where there is no such date or no single right answer.
 */
export function readableDate(text: string, language: string | undefined): string | undefined {
  if (text.length > LONGEST) return undefined;
  const words = normalised(text);
  if (UTC_TIME.test(words)) return undefined;
  const [, year, month, day] = YEAR_FIRST.exec(words) ?? [];
  if (year !== undefined) return isoDate(year, month, day);
  return numericDate(words, language) ?? wordedDate(words);
}

/** How far, in hours, clocks are before and behind UTC. */
const WESTMOST = 12;
const EASTMOST = 14;

/**
 * The ISO dates that `text` may say where {@link readableDate} has no single answer: `3/4/2026` is the third of April or
 * the fourth of March, and what is 20:00 in UTC is the next day in Jakarta. Those written first come first.
 */
export function possibleDates(text: string): readonly string[] {
  if (text.length > LONGEST) return [];
  const words = normalised(text);
  const [, day = '', hour] = UTC_TIME.exec(words) ?? [];
  if (hour !== undefined) return isIsoDate(day) ? localDates(day, Number(hour)) : [];
  const [, first, second, year] = YEAR_LAST.exec(words) ?? [];
  return [isoDate(year, second, first), isoDate(year, first, second)].filter(date => date !== undefined);
}

function localDates(day: string, hour: number): readonly string[] {
  return [
    day,
    ...(hour + EASTMOST >= 24 ? [daysAfter(day, 1)] : []),
    ...(hour < WESTMOST ? [daysAfter(day, -1)] : []),
  ];
}

function normalised(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase().replace(WEEKDAY, '');
}

function numericDate(words: string, language: string | undefined): string | undefined {
  const [, first, second, year] = YEAR_LAST.exec(words) ?? [];
  const dayFirst = isoDate(year, second, first);
  const monthFirst = isoDate(year, first, second);
  if (isDayFirst(language) || dayFirst === monthFirst) return dayFirst ?? monthFirst;
  if (dayFirst !== undefined && monthFirst !== undefined) return undefined;
  return dayFirst ?? monthFirst;
}

function isDayFirst(language: string | undefined): boolean {
  const known = languageOfTag(language, languages);
  return known !== undefined && languages[known].dayFirst;
}

function wordedDate(words: string): string | undefined {
  const [, day, month = '', year] = DAY_MONTH_YEAR.exec(words) ?? [];
  if (day !== undefined) return isoDate(year, String(monthByName.get(month)), day);
  const [, name = '', dayAfter, yearAfter] = MONTH_DAY_YEAR.exec(words) ?? [];
  return isoDate(yearAfter, String(monthByName.get(name)), dayAfter);
}

function isoDate(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!isDay(y, m, d)) return undefined;
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

function isDay(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** How many days a month, from 1, has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
