import { type LanguageTable, languages } from '../language/languages';
import { monthsByName, weekdaysByName } from '../language/languageWords';
import { comparable } from '../text/comparable';
import { onOneLine } from '../text/onOneLine';
import {
  datesByWeekday,
  daysAfter,
  daysInMonth,
  isIsoDate,
  possibleDates,
  readableDate,
  weekdayOf,
} from './dates';
import { BEFORE_TIME, BEHIND_TIME } from './timeOfDay';

/** No words of time are longer; a longer value is not looked at. */
export const LONGEST = 60;
const FRIDAY = 4;
const SUNDAY = 6;

export type Words = LanguageTable['timeWords'];

const weekdayByName = weekdaysByName(languages);

/**
 * The days that words of time may mean, said on the ISO date `from`: of `next Friday` the coming one and the one after it.
 * The likeliest first; none where the words are none of time.
 */
export function daysMeant(text: string, from: string): readonly string[] {
  if (text.length > LONGEST) return [];
  const days = daysSaid(text, from);
  const [, day] = days.length === 0 && /\d/.test(text) ? (BEFORE_CLOCK.exec(text) ?? []) : [];
  return day === undefined ? days : daysSaid(day, from);
}

/** `Kamis depan` of `Kamis depan pukul 10.00 WIB`. */
const BEFORE_CLOCK = new RegExp(
  String.raw`^(.*?\p{L}),?\s+(?:${BEFORE_TIME}\s*)?\d{1,2}(?:[:.]\d{2})?\s*${BEHIND_TIME}?\.?$`,
  'iu',
);

function daysSaid(text: string, from: string): readonly string[] {
  const words = saidWords(text);
  const meant = Object.values(languages).flatMap(({ timeWords }) => {
    const said = [...new Set([words, withoutFillers(words, timeWords)])];
    return [
      ...said.flatMap(each => daysOf(each, timeWords, from)),
      ...said.flatMap(each => dayOfYear(each, from)),
    ];
  });
  return [...new Set(meant)].slice(0, MOST);
}

/** More days than these are no help. */
export const MOST = 3;

/** What parts two letters that stand for words: `s.d.`, `s/d`. */
const GLUED = /(?<=\b\p{L})[./](?=\p{L}\b)/gu;

export function saidWords(text: string): string {
  return onOneLine(
    comparable(text)
      .replace(GLUED, '')
      .replace(/[.,!?]+|:(?= )/g, ' '),
  );
}

export function withoutFillers(text: string, { fillers }: Words): string {
  const words = text.split(' ');
  const first = words.findIndex(word => !fillers.includes(word));
  return first < 0 ? '' : words.slice(first).join(' ');
}

function daysOf(words: string, table: Words, from: string): readonly string[] {
  if (table.today.includes(words)) return [from];
  if (table.tomorrow.includes(words)) return [daysAfter(from, 1)];
  if (table.dayAfterTomorrow.includes(words)) return [daysAfter(from, 2)];
  return [
    ...endDays(words, table, from),
    ...countedDays(words, table, from),
    ...comingDays(words, table, from),
  ];
}

/** Of a week or month that is to come, and of a weekday. */
function comingDays(words: string, table: Words, from: string): readonly string[] {
  const said = without(words, table.next);
  const bare = said ?? words;
  const isNext = said !== undefined;
  const units = isNext ? unitDays(bare, table, from) : [];
  const weekday = table.weekdays.findIndex(names => names.includes(bare));
  if (weekday < 0) return units;
  const coming = daysAfter(from, ((weekday - weekdayOf(from) + 7 - 1) % 7) + 1);
  return [...units, coming, daysAfter(coming, 7)];
}

function unitDays(word: string, { week, month }: Words, from: string): readonly string[] {
  if (week.includes(word)) {
    const monday = daysAfter(from, 7 - weekdayOf(from));
    return [daysAfter(from, 7), daysAfter(monday, FRIDAY)];
  }
  if (!month.includes(word)) return [];
  const next = monthsAfter(from, 1);
  return [next, lastOfMonth(next)];
}

function endDays(words: string, { endOf, week, month, next }: Words, from: string): readonly string[] {
  const of = endOf
    .map(end => (words.startsWith(`${end} `) ? words.slice(end.length + 1) : undefined))
    .findLast(rest => rest !== undefined);
  if (of === undefined) return [];
  const unit = without(of, next) ?? of;
  const monday = daysAfter(from, -weekdayOf(from));
  if (week.includes(unit)) return [daysAfter(monday, FRIDAY), daysAfter(monday, SUNDAY)];
  return month.includes(unit) ? [lastOfMonth(from), lastOfMonth(monthsAfter(from, 1))] : [];
}

const COUNTED = /^(\d{1,3}|\p{L}+) ?(\p{L}+)$/u;

function countedDays(words: string, table: Words, from: string): readonly string[] {
  return counting(without(words, table.fromNow), table, from, 1);
}

/** So many days, weeks or months after a date, or before it. */
export function counting(
  said: string | undefined,
  table: Words,
  from: string,
  direction: 1 | -1,
): readonly string[] {
  if (said === undefined) return [];
  const glued = table.numbers[0]?.find(one => said.startsWith(one) && isUnit(said.slice(one.length), table));
  const [, count = '', unit = ''] =
    glued === undefined ? (COUNTED.exec(said) ?? []) : ['', glued, said.slice(glued.length)];
  const number = /^\d/.test(count)
    ? Number(count)
    : table.numbers.findIndex(names => names.includes(count)) + 1;
  if (number === 0) return [];
  if (table.day.includes(unit)) return [daysAfter(from, direction * number)];
  if (table.week.includes(unit)) return [daysAfter(from, direction * 7 * number)];
  return table.month.includes(unit) ? [monthsAfter(from, direction * number)] : [];
}

function isUnit(word: string, { day, week, month }: Words): boolean {
  return [...day, ...week, ...month].includes(word);
}

/** Without one of `words` at its beginning or end; undefined where none stands there. */
export function without(text: string, words: readonly string[]): string | undefined {
  const begins = words.find(word => text.startsWith(`${word} `));
  if (begins !== undefined) return text.slice(begins.length + 1);
  const ends = words.find(word => text.endsWith(` ${word}`));
  return ends === undefined ? undefined : text.slice(0, -ends.length - 1);
}

const LONGEST_MONTH = 31;
const monthByName = monthsByName(languages);
const DAY_AND_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]+(?:of )?(\p{L}+|\d{1,2})$/u;
const MONTH_AND_DAY = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?$/u;

/** Words of time with the name of a day before them: `rabu 25 november`. */
const BEHIND_NAME = /^(?<name>\p{L}+) (?=\d|\p{L}+ \d)(?<rest>.+)$/u;

/** A day of the year, perhaps behind the day of the week; where these two contradict each other, either may be meant. */
export function dayOfYear(words: string, from: string): readonly string[] {
  const { name = '', rest = '' } = BEHIND_NAME.exec(words)?.groups ?? {};
  const weekday = weekdayByName.get(name);
  if (weekday === undefined) return namedDay(words, from);
  const days = namedDay(rest, from);
  return days.flatMap(day => (weekdayOf(day) === weekday ? [day] : datesByWeekday(day, weekday)));
}

/** `5 Desember`, `December 5th`, `5/12`: the next such day; of figures that may be either, both. */
function namedDay(words: string, from: string): readonly string[] {
  const [, day, month = ''] = DAY_AND_MONTH.exec(words) ?? [];
  const [, name = '', dayBehind] = MONTH_AND_DAY.exec(words) ?? [];
  if (day !== undefined && /^\d/.test(month))
    return [...nextDay(Number(day), Number(month), from), ...nextDay(Number(month), Number(day), from)];
  if (day !== undefined) return nextDay(Number(day), monthByName.get(month) ?? 0, from);
  return dayBehind === undefined ? [] : nextDay(Number(dayBehind), monthByName.get(name) ?? 0, from);
}

function nextDay(day: number, month: number, from: string): readonly string[] {
  if (month < 1 || month > 12 || day < 1 || day > LONGEST_MONTH) return [];
  const year = Number(from.slice(0, 4));
  const dates = [year, year + 1].map(each => {
    // Of a day that its month does not have, the last one may be meant.
    const last = Math.min(day, daysInMonth(each, month));
    const date = `${String(each).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(last)}`;
    return { date, isThere: last === day };
  });
  const coming = dates.filter(({ date }) => date >= from);
  const found = coming.find(({ isThere }) => isThere) ?? coming[0];
  return found === undefined ? [] : [found.date];
}

/** The ISO date that is `count` months after another; the last day of a month that is shorter. */
export function monthsAfter(date: string, count: number): string {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + count;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

function lastOfMonth(date: string): string {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return `${date.slice(0, 8)}${twoDigits(daysInMonth(year, month))}`;
}

/** A number of one figure or two in two. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** Any day will do to tell words of time. */
const SOME_DAY = '2000-01-03';

/** Figures of a day, a month and a year, or of two of them alone. */
const FIGURES = /\d{1,4} ?[-/.\u2010-\u2015] ?\d{1,2} ?[-/.\u2010-\u2015] ?\d{1,4}|^\d{1,2}[-/.]\d{1,2}$/;

/** Whether a text says a day, be it by words of time. */
export function namesDay(text: string): boolean {
  const isDated = isIsoDate(text) || possibleDates(text).length > 0;
  return isDated || daysMeant(text, SOME_DAY).length > 0 || readableDate(text, undefined) !== undefined;
}

/**
 * Whether a text is meant to say a day in one way or another, be it by words of time, and be it that there is no such day:
 * `31/02/2026`, `32 Januari`.
 */
export function saysDay(text: string, language: string | undefined): boolean {
  return namesDay(text) || readableDate(text, language) !== undefined || looksLikeDay(text);
}

function looksLikeDay(text: string): boolean {
  if (text.length > LONGEST || !/\d/.test(text)) return false;
  const hasName = (word: string) => weekdayByName.has(word) || monthByName.has(word);
  return FIGURES.test(text.trim()) || saidWords(text).split(/[ -]/).some(hasName);
}
