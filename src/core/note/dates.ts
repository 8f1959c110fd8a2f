import { languages } from '../language/languages';
import { dayMonthYear, languageOfTag, monthDayYear, monthsByName } from '../language/languageWords';
import { isClockBehindDate, partsOfDate } from './dateParts';

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const YEAR_FIRST = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/;
/** A time that is not that of the place where it was written, with its hour: `2026-03-01T20:00:00.000Z`. */
const UTC_TIME = /^(\d{4}-\d{2}-\d{2})[t ](\d{1,2})[:.]\d{2}.{0,16}?(?:z|utc|gmt|[+-]00:?00)$/i;
const YEAR_LAST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
/** Of two figures alone, what parts them must be the same sign. */
const SHORT_YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2('?\d{2})$/;
const DAY_MONTH_YEAR = dayMonthYear(languages);
const MONTH_DAY_YEAR = monthDayYear(languages);
/** No readable date is longer; a longer value is not looked at. */
const LONGEST = 60;
const ISO_LENGTH = 10;

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

/** A day that a text says, and what it says besides. */
interface DateReading {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The clock time behind the day as it is written; empty where there is none. */
  readonly clock: string;
  /** Whether the text says this day and the time, in full, and nothing else. */
  readonly isSure: boolean;
  /** Whether it names another day of the week than that of the date: one of them is wrong. */
  readonly weekday: number | undefined;
}

/**
 * The day that `text` says in a readable form: `12/3/2026`, `12/3/26`, `Kamis 12 Maret 2026, 09.00`, `March 12, 2026`,
 * `2026/3/12`, … Numbers are read day first where `language` does so; elsewhere they are read only if one reading alone
 * is in the calendar, or has the day of the week that is named. Undefined where there is no such date or no single right
 * answer.
 */
export function readDate(text: string, language: string | undefined): DateReading | undefined {
  if (text.length > LONGEST || !/\d/.test(text) || UTC_TIME.test(text.trim())) return undefined;
  const { core, weekday, clock, isWhole } = partsOfDate(text);
  const date = dateOf(core, language) ?? dateOnWeekday(core, weekday);
  if (date === undefined) return undefined;
  const contradicting = weekday === undefined || weekday === weekdayOf(date) ? undefined : weekday;
  const isSure = isWhole && contradicting === undefined && !hasShortYear(core);
  return { date, clock, isSure, weekday: contradicting };
}

/** The ISO date of {@link readDate}. */
export function readableDate(text: string, language: string | undefined): string | undefined {
  return readDate(text, language)?.date;
}

/** The day of an ISO date, perhaps with a clock time behind it; undefined for all else, and for a time of another zone. */
export function isoDay(text: string): string | undefined {
  const day = text.slice(0, ISO_LENGTH);
  if (!isIsoDate(day)) return undefined;
  if (text.length === ISO_LENGTH) return day;
  return text.length <= LONGEST && isClockBehindDate(text.slice(ISO_LENGTH)) && !UTC_TIME.test(text)
    ? day
    : undefined;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The date and the day nearest to it that is on a day of the week, from 0 for Monday: what two that contradict each other may mean. */
export function datesByWeekday(date: string, weekday: number): readonly string[] {
  const ahead = (weekday - weekdayOf(date) + 7) % 7;
  return [date, daysAfter(date, ahead > 3 ? ahead - 7 : ahead)];
}

/** How far, in hours, clocks are before and behind UTC. */
const WESTMOST = 12;
const EASTMOST = 14;

/**
 * The ISO dates that `text` may say where {@link readableDate} has no single answer: `3/4/2026` is the third of April or
 * the fourth of March, `26-01-19` may begin with the year, and what is 20:00 in UTC is the next day in Jakarta. Those written
 * first come first. Of a day that its month does not have, the last one of that month.
 */
export function possibleDates(text: string): readonly string[] {
  if (text.length > LONGEST) return [];
  const [, day = '', hour] = UTC_TIME.exec(text.trim()) ?? [];
  if (hour !== undefined) return isIsoDate(day) ? localDates(day, Number(hour)) : [];
  const { core } = partsOfDate(text);
  const [, year, second, third] = YEAR_FIRST.exec(core) ?? [];
  const dates = distinct([...numericDates(core), ...datesByShortYear(core), isoDate(year, third, second)]);
  return dates.length > 0 ? dates : lastDays(core);
}

/** What a date with a short year says with the year first: `26-01-19`. */
export function datesByShortYear(text: string): readonly string[] {
  const [, year, , month, day = ''] = SHORT_YEAR_LAST.exec(partsOfDate(text).core) ?? [];
  return year !== undefined && Number(year) >= FIRST_SHORT_YEAR ? distinct([isoDate(year, month, day)]) : [];
}

/** A number of two figures that is less is no year in front of a date: no note is older. */
const FIRST_SHORT_YEAR = 20;

/** The last day of the month of a date that says a day beyond it, at most the 31st. */
function lastDays(core: string): readonly string[] {
  const [, year, month, day] = YEAR_FIRST.exec(core) ?? [];
  const { first, second, year: behind } = numbersOf(core);
  const [, dayBefore, name = '', yearOfName] = DAY_MONTH_YEAR.exec(core) ?? [];
  const [, nameBefore = '', dayBehind, yearBehind] = MONTH_DAY_YEAR.exec(core) ?? [];
  return distinct([
    lastDay(year, month, day),
    lastDay(behind, second, first),
    lastDay(behind, first, second),
    lastDay(yearOfName, String(monthByName.get(name)), dayBefore),
    lastDay(yearBehind, String(monthByName.get(nameBefore)), dayBehind),
  ]);
}

function lastDay(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  const last = daysInMonth(fullYear(year), Number(month));
  return Number(day) > last && Number(day) <= MOST_DAYS ? isoDate(year, month, String(last)) : undefined;
}

const MOST_DAYS = 31;

function distinct(dates: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(dates.filter(date => date !== undefined))];
}

function localDates(day: string, hour: number): readonly string[] {
  return [
    day,
    ...(hour + EASTMOST >= 24 ? [daysAfter(day, 1)] : []),
    ...(hour < WESTMOST ? [daysAfter(day, -1)] : []),
  ];
}

function dateOf(core: string, language: string | undefined): string | undefined {
  const [, year, month, day] = YEAR_FIRST.exec(core) ?? [];
  if (year !== undefined) return isoDate(year, month, day);
  return numericDate(core, language) ?? wordedDate(core);
}

/** The one day of two that numbers may say which is on the day of the week that is named. */
function dateOnWeekday(core: string, weekday: number | undefined): string | undefined {
  if (weekday === undefined) return undefined;
  const [only, second] = numericDates(core).filter(date => weekdayOf(date) === weekday);
  return second === undefined ? only : undefined;
}

/** What numbers may say, day first and month first. */
function numericDates(core: string): readonly string[] {
  const { first, second, year } = numbersOf(core);
  return distinct([isoDate(year, second, first), isoDate(year, first, second)]);
}

function numbersOf(core: string): Readonly<Record<'first' | 'second' | 'year', string | undefined>> {
  const [, first, second, year] = YEAR_LAST.exec(core) ?? [];
  if (year !== undefined) return { first, second, year };
  const [, firstOfShort, , secondOfShort, shortYear] = SHORT_YEAR_LAST.exec(core) ?? [];
  return { first: firstOfShort, second: secondOfShort, year: shortYear };
}

function hasShortYear(core: string): boolean {
  return !/\d{4}/.test(core);
}

function numericDate(core: string, language: string | undefined): string | undefined {
  const { first, second, year } = numbersOf(core);
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
  const [y, m, d] = [fullYear(year), Number(month), Number(day)];
  if (!isDay(y, m, d)) return undefined;
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** Two figures are a year of this century. */
function fullYear(year: string | undefined): number {
  const figures = year?.replace("'", '') ?? '';
  return figures.length === 2 ? 2000 + Number(figures) : Number(figures);
}

function isDay(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** How many days a month, from 1, has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
