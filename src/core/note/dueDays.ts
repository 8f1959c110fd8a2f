import { type Message, message } from '../message';
import { datesByWeekday, daysAfter, isIsoDate, possibleDates, readDate } from './dates';
import { daysMeant, monthsAfter } from './timeWords';

/** A day that something may be due. */
interface DueDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly what: Message;
}

const WEEK = 7;

/** The days that are offered for what is to be done, from the ISO date `today`: the next appointment, if it is known, first. */
export function dueDays(today: string, appointment: string | undefined): readonly DueDay[] {
  const ahead = appointment !== undefined && appointment > today ? [appointment] : [];
  const days = [
    ...ahead.map(date => ({ date, what: message('due.next-session') })),
    { date: daysAfter(today, WEEK), what: message('due.week') },
    { date: daysAfter(today, 2 * WEEK), what: message('due.two-weeks') },
    { date: monthsAfter(today, 1), what: message('due.month') },
  ];
  return days.filter(({ date }, at) => days.findIndex(each => each.date === date) === at);
}

/**
 * The days that what was typed may mean, said on the ISO date `today`, the likeliest first: `2026-12-05`, `5/12/2026`,
 * `5 Desember`, `besok`, `in two weeks`. Numbers are read day first where `language` does so.
 */
export function typedDays(typed: string, today: string, language: string): readonly string[] {
  const text = typed.trim();
  if (isIsoDate(text)) return [text];
  const reading = readDate(text, language);
  if (reading !== undefined)
    return reading.weekday === undefined ? [reading.date] : datesByWeekday(reading.date, reading.weekday);
  const possible = possibleDates(text);
  return possible.length > 0 ? possible : daysMeant(text, today);
}
