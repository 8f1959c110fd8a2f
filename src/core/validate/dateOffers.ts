import { datesByShortYear, datesByWeekday, isoDay, possibleDates, readDate } from '../note/dates';
import type { Fix } from './problem';

/** A day that a value says or may say. */
interface DateOffer {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The date with the clock time that the value has, where both can stand together; else the date. */
  readonly withTime: string;
  /** Safe where the date with the time says all that the value says. */
  readonly safety: Fix['safety'];
  /** The same of the date alone. */
  readonly safetyOfDate: Fix['safety'];
}

/** What may stand in YAML as it is. */
const PLAIN = /^[\p{L}\p{N}:.,+/ -]*$/u;

/** The days that a value says or may say, the likeliest first; where it names another day of the week, that one too. */
export function dateOffers(value: string, language: string | undefined): readonly DateOffer[] {
  const reading = readDate(value, language);
  if (reading === undefined) return possibleDates(value).map(date => offerOf(date, '', false));
  const { date, clock, isSure, weekday } = reading;
  if (weekday !== undefined) return datesByWeekday(date, weekday).map(each => offerOf(each, clock, false));
  const dates = isSure ? [date] : [...new Set([date, ...datesByShortYear(value)])];
  return dates.map(each => offerOf(each, clock, isSure));
}

function offerOf(date: string, clock: string, isSure: boolean): DateOffer {
  const whole = `${date} ${clock}`;
  const keepsTime = clock !== '' && PLAIN.test(clock) && !clock.includes(': ') && isoDay(whole) === date;
  return {
    date,
    withTime: keepsTime ? whole : date,
    safety: isSure && (keepsTime || clock === '') ? 'safe' : 'suggestion',
    safetyOfDate: isSure && clock === '' ? 'safe' : 'suggestion',
  };
}

/** Whether a value names a day of the week that is not that of its date. */
export function isOnOtherWeekday(value: string, language: string | undefined): boolean {
  return readDate(value, language)?.weekday !== undefined;
}
