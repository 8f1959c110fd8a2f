import { languages } from '../language/languages';
import { weekdaysByName, wordsOf } from '../language/languageWords';
import { comparable } from '../text/comparable';
import { BEFORE_TIME } from './timeOfDay';

/** What a text that says a day is made of. */
interface DateParts {
  /** What is left of it, in lower case: the day, the month and the year. */
  readonly core: string;
  /** The day of the week that it names, from 0 for Monday. */
  readonly weekday: number | undefined;
  /** The clock time behind the day as it is written, with all that follows it; empty where there is none. */
  readonly clock: string;
  /** Whether these parts are all that it says. */
  readonly isWhole: boolean;
}

const BLANKS = /\s+/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const HOUR = String.raw`(?:[01]?\d|2[0-4])`;
/** `09.00 WIB`, `10:00:00+07:00`, `pukul 10`. */
const TIME = String.raw`(?:(?:${BEFORE_TIME} *)${HOUR}(?!\d)|${HOUR} ?[ap]m\b|${HOUR}(?:[:.]\d{2}){1,2}(?![./]?\d)).*`;
/** A day and the clock time behind it. */
const CLOCK = new RegExp(
  String.raw`^(?<day>\D{0,25}\d.{2,40}?[\p{L}\p{N})])(?:t(?=\d)|,? +)(?<clock>${TIME})$`,
  'iu',
);
/** What stands behind an ISO date, where that is a clock time. */
const BEHIND_DATE = new RegExp(`^(?:t(?=\\d)|,? +)${TIME}$`, 'iu');
const LEADING_WORD = /^(?<word>[\p{L}'\u2019]{2,10})(?<mark>\.?,? +|,|\/|-)(?=[\p{L}\d])/u;
const TRAILING_WORD = /[ ,]+(?:\((?<bracket>[^()]{1,40})\)|(?<word>[\p{L}'\u2019]{2,10}))$/u;
const END = /[.,;!"\u2019\u201d\u201e\u00bb]+$/;
/** Quotation marks of a word processor, which YAML takes for a part of the value. */
const OPENING = /^["\u2018\u201c\u201d\u201e\u00ab]+/;

const weekdays = weekdaysByName(languages);
const fillers: ReadonlySet<string> = new Set(wordsOf(languages, ({ timeWords }) => timeWords.fillers));

/** Days without signs between their figures, with the year in the one place where it can be: `20260312`, `12032026`. */
const YEAR_FIRST = /^((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)$/;
const YEAR_LAST = /^([0-3]\d)([0-3]\d)((?:19|20)\d\d)$/;

function parted(figures: string): string {
  return figures.replace(YEAR_FIRST, '$1-$2-$3').replace(YEAR_LAST, '$1-$2-$3');
}

/** Parts what is said besides the day from a text that may say one. */
export function partsOfDate(text: string): DateParts {
  const whole = text.trim().replace(OPENING, '').replace(BLANKS, ' ').replace(DASHES, '-').replace(END, '');
  const { day = whole, clock = '' } = CLOCK.exec(whole)?.groups ?? {};
  let rest = day;
  let weekday: number | undefined;
  let isWhole = true;
  for (;;) {
    const { word = '', mark = '' } = LEADING_WORD.exec(rest)?.groups ?? {};
    const name = comparable(word);
    const named = weekdays.get(name);
    // The name of a place may stand before a date, too.
    if (word === '' || (named === undefined && !fillers.has(name) && !mark.includes(','))) break;
    weekday ??= named;
    isWhole &&= named !== undefined;
    rest = rest.slice(word.length + mark.length);
  }
  const trailing = TRAILING_WORD.exec(rest);
  const { bracket, word = '' } = trailing?.groups ?? {};
  const named = weekdays.get(comparable(bracket ?? word));
  if (trailing !== null && (bracket !== undefined || named !== undefined)) {
    weekday ??= named;
    isWhole &&= named !== undefined;
    rest = rest.slice(0, trailing.index);
  }
  return { core: parted(rest.trim().toLowerCase()), weekday, clock, isWhole };
}

/** Whether what stands behind an ISO date is a clock time. */
export function isClockBehindDate(rest: string): boolean {
  return BEHIND_DATE.test(rest);
}
