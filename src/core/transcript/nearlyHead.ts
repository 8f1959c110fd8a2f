import { languages } from '../language/languages';
import { clockWordOf } from '../language/languageWords';
import { comparable } from '../text/comparable';
import { literalPattern } from '../text/literalPattern';
import type { TextRange } from '../text/textRange';
import { NEARLY_TIMESTAMP, writeTimestamp } from './timestamps';

/** A known name at the start of a line in a form that is none of a turn head; offsets into the line. */
export interface NearlyNamed {
  /** The name as it is known. */
  readonly speaker: string;
  /** Of the name and all that stands around it, up to the colon. */
  readonly range: TextRange;
}

const BEFORE = String.raw`(?:[*_~"'“”‘’«»([{]|<\/?[a-z]{1,9}>)*`;
const AFTER = String.raw`(?:[*_~"'“”‘’«»)\]}.]|<\/?[a-z]{1,9}>)*`;
/** What people put between a name and its colon: `(laughs)`, `[0:12]`. */
const ASIDE = String.raw`(?:[ \t]*(?:\([^()\r\n]{0,60}\)|\[[^[\]\r\n]{0,60}\]))?`;
const COLON = String.raw`[ \t]*[:：](?:\*{1,3}|_{1,3}|<\/[a-z]{1,9}>)?`;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const SIGN = /[:：;\-–—](?=[^:：;\-–—]*$)/;

/** Takes no sign of the words and means nothing, where a backslash would be a word itself. */
export const nothingSaid = '<!-- -->';

/** Where something must stand in what is nearly a turn head, and what, so that it is read as words. */
export function literalMark(head: string): { readonly at: number; readonly text: string } {
  const at = PUNCTUATION.test(head.charAt(0)) ? 0 : Math.max(0, SIGN.exec(head)?.index ?? head.length - 1);
  return { at, text: PUNCTUATION.test(head.charAt(at)) ? '\\' : nothingSaid };
}

/** A name of one letter before a dash may as well be a word. */
const LONG_ENOUGH = 2;

/**
 * Finds known names that begin a line as a speaker's would, in another form than a turn head has: with other marks
 * around them, with an aside before the colon, with a full-width colon. For names that `speakers:` declares a
 * semicolon, a dash or emphasis in place of the colon is enough.
 */
export function nearlyNamed(
  declared: readonly string[],
  known: readonly string[],
): (line: string) => NearlyNamed | undefined {
  const byComparable = new Map([...known, ...declared].map(name => [comparable(name), name] as const));
  const long = declared.filter(name => name.length >= LONG_ENOUGH);
  const forms = [
    ...form(known, name => `${BEFORE}(${name})${AFTER}${ASIDE}${AFTER}${COLON}`),
    ...form(declared, name => String.raw`${BEFORE}(${name})${AFTER}${ASIDE}${AFTER}[ \t]*;`),
    ...form(
      declared,
      name =>
        String.raw`(?:\*{1,3}|_{1,3}|<[a-z]{1,9}>)(${name})(?:\*{1,3}|_{1,3}|<\/[a-z]{1,9}>)(?=[ \t]|$)`,
    ),
    ...form(long, name => String.raw`(${name})[ \t]+[-–—](?=[ \t])`),
  ];
  return line => {
    for (const pattern of forms) {
      const match = pattern.exec(line);
      const speaker = byComparable.get(comparable(match?.[1] ?? ''));
      if (match !== null && speaker !== undefined)
        return { speaker, range: { start: 0, end: match[0].length } };
    }
    return undefined;
  };
}

function form(names: readonly string[], around: (name: string) => string): readonly RegExp[] {
  if (names.length === 0) return [];
  // The longest first, so that `Ibu Rina` is not taken for `Ibu`.
  const sorted = [...new Set(names)].sort((a, b) => b.length - a.length).map(literally);
  return [new RegExp(`^${around(sorted.join('|'))}`, 'iu')];
}

function literally(name: string): string {
  return literalPattern(name).replace(/\s+/g, String.raw`\s+`);
}

const SPAN = String.raw`${NEARLY_TIMESTAMP}(?:[ \t]*(?:-->|->|=>|[-–—→])[ \t]*${NEARLY_TIMESTAMP})?`;
const IN_BRACKETS = new RegExp(String.raw`^\[[ \t]*#?${SPAN}#?[ \t]*\][ \t]*`);
const LOOSE = new RegExp(String.raw`^[([{<#]{0,2}[ \t]*${SPAN}[ \t]*[)\]}>#]{0,2}[ \t]*`);

/** What stands where the time of a turn head would, and is nearly one. */
interface NearlyTime {
  /** How much of the line it takes, blanks behind it included. */
  readonly length: number;
  /** Whether it can be nothing else: it stands in square brackets, with a colon in it. */
  readonly isSure: boolean;
  /** The time that its numbers come to, as a turn head has it. */
  readonly meant: string | undefined;
}

/** What is nearly the time of a turn head at the start of a line: out of range, in other brackets or none. */
export function nearlyTimed(line: string): NearlyTime | undefined {
  const bracketed = IN_BRACKETS.exec(line)?.[0];
  const loose = bracketed?.includes(':') ? undefined : LOOSE.exec(line)?.[0];
  const time = bracketed?.includes(':') ? bracketed : loose;
  if (time === undefined) return undefined;
  return { length: time.length, isSure: loose === undefined, meant: meantTime(time) };
}

const beforeNumber = clockWordOf(languages, 'titles');

/** Numbers, signs and words of time that people put before a name; with a backslash among them they are words. */
const TIME_WORDS = new RegExp(
  [
    String.raw`^(?:[^\p{L}\\]`,
    String.raw`(?:t|${beforeNumber}|${clockWordOf(languages, 'before', 'onlyBefore', 'minutes', 'seconds')})(?=[^\p{L}\p{N}]{0,3}\d)`,
    String.raw`(?:${clockWordOf(languages, 'until')})(?=[^\p{L}\p{N}]{0,4}\d)`,
    String.raw`(?<=\d[ \t]?)(?:${clockWordOf(languages, 'hours', 'minutes', 'seconds', 'short', 'behind')})(?!\p{L}|[ \t*_]*[:：])){1,60}`,
  ].join('|'),
  'iu',
);
/** How far into a line its first digit stands, where a time is before the name. */
const FIRST_DIGIT = 16;
const ENDS_WITH_COLON = /[:：][^\p{L}\p{N}]*$/u;

/** A head of a turn in which something that is nearly a time stands before a known name, in whatever signs. */
interface LooselyTimed extends NearlyNamed {
  /** The head as it is written well; undefined where no time is told by the numbers. */
  readonly meant: string | undefined;
}

/** Finds numbers, in any brackets, with signs and words of time, before a known name and its colon. */
export function looselyTimed(
  line: string,
  named: (line: string) => NearlyNamed | undefined,
): LooselyTimed | undefined {
  if (!/\d/.test(line.slice(0, FIRST_DIGIT))) return undefined;
  const before = TIME_WORDS.exec(line)?.[0] ?? '';
  // A number alone may count what is listed.
  if (!/\d[:：.;]\d|\d.*\p{L}|\p{L}.*\d/u.test(before)) return undefined;
  const name = named(line.slice(before.length));
  const end = before.length + (name?.range.end ?? 0);
  if (name === undefined || !ENDS_WITH_COLON.test(line.slice(0, end))) return undefined;
  const time = meantTime(before.replaceAll('：', ':'));
  const meant = time === undefined || name.speaker.includes(':') ? undefined : `${time} **${name.speaker}:**`;
  return { speaker: name.speaker, range: { start: 0, end }, meant };
}

const CLOCKS = new RegExp(NEARLY_TIMESTAMP, 'g');
/** Numbers with colons, and what of a second there is behind them. */
const WITH_FRACTION = /^(\d+(?:[:;]\d+)+)(?:[.,-](\d{1,7}))?$/;

function meantTime(written: string): string | undefined {
  const [start, end] = (written.match(CLOCKS) ?? []).map(millisecondsMeant);
  if (start === undefined) return undefined;
  return end === undefined
    ? `[${writeTimestamp(start)}]`
    : `[${writeTimestamp(start)} --> ${writeTimestamp(end)}]`;
}

/** What numbers come to, however large they are: 90 seconds are a minute and a half; of four the last are frames. */
function millisecondsMeant(clock: string): number {
  const [, whole = clock, fraction = ''] = WITH_FRACTION.exec(clock) ?? [];
  const [first = 0, second = 0, third] = whole.split(/[:;.,-]/).map(Number);
  const seconds = third === undefined ? first * 60 + second : (first * 60 + second) * 60 + third;
  return seconds * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
}
