import { languages } from '../language/languages';
import { anyWordOf, monthsByName } from '../language/languageWords';
import type { TextRange } from '../text/textRange';
import { type GoalFieldId, goalFieldOf, goalFieldsByKey } from './goalFieldKeys';
import { namesDay, saidWords, withoutFillers } from './timeWords';
import { readTrailingRun } from './trailingRun';

/** What is meant as a field of a goal and is none as it is written. */
export interface UnreadField {
  readonly field: GoalFieldId;
  /** The key that is meant, as the writer has it as far as it is one. */
  readonly key: string;
  readonly value: string;
  /** All of it, brackets included. */
  readonly range: TextRange;
  /** Whether it can be meant as nothing else: `weight: 20` may be words of the goal. */
  readonly isSure: boolean;
}

/** Whether a value can be meant for a field: only then something like it is taken for one. */
export type Fits = (field: GoalFieldId, value: string) => boolean;

/** No key is longer, with the emphasis around it, in UTF-16 code units. */
const LONGEST_KEY = 50;
/** No value is longer. */
const LONGEST_VALUE = 60;
/** A key of one or two words before its colon, perhaps in a bracket that is open, with emphasis around it. */
const KEY =
  /(?<bracket>[[({]?)[ \t]*(?<marks>[*_]{0,3})(?<![\p{L}\p{N}^#/-])(?<words>(?:\p{L}{2,20} )?\p{L}{2,20})(?<closing>[*_]{0,3})[ \t]*$/u;
/** What stands between a colon and the value: emphasis that ends, blanks, a quotation mark. */
const BEFORE_VALUE = /^(?<closing>[*_]{0,3})[ \t]*["“'‘]?/u;
/** What no value goes on behind. */
const BEHIND_VALUE = /(?<=.)(?:[[\](){}\r\n*_"“”<|#^]|:(?!(?<=\d:)\d))/u;
const COMMENT = /<!--.*?-->/gs;
/** No goal has more of them. */
const MOST = 20;
const CLOSING_QUOTE = /^["”'’]/u;
const CLOSING_BRACKET = /^[ \t]*[\])}]/u;

/** Fields without brackets, or with one bracket: `due: 2026-03-19`, `tenggat:: Jumat depan`, `[due:: 2026-03-19`. */
export function bareFields(
  text: string,
  { start: from, end }: TextRange,
  fits: Fits,
): readonly UnreadField[] {
  const found: UnreadField[] = [];
  const written = text.slice(from, end);
  if (!written.includes(':')) return found;
  const source = written.replace(COMMENT, comment => ' '.repeat(comment.length));
  for (let colon = source.indexOf(':'); colon >= 0; colon = source.indexOf(':', colon + 1)) {
    const at = colon;
    if (source.charAt(colon + 1) === ':') colon++;
    const field = bareField(source, at, colon + 1, fits);
    if (field === undefined) continue;
    found.push({ ...field, range: { start: from + field.range.start, end: from + field.range.end } });
    if (found.length >= MOST) break;
    colon = field.range.end - 1;
  }
  return found;
}

/** The field whose key ends at a colon; its value begins behind the last one. */
function bareField(source: string, colon: number, behind: number, fits: Fits): UnreadField | undefined {
  const keyFrom = Math.max(0, colon - LONGEST_KEY);
  const match = KEY.exec(source.slice(keyFrom, colon));
  const { words = '', bracket = '', marks = '', closing = '' } = match?.groups ?? {};
  const key = keyIn(words);
  if (match === null || key === undefined) return undefined;
  const before = BEFORE_VALUE.exec(source.slice(behind, behind + LONGEST_KEY));
  const valueStart = behind + (before?.[0].length ?? 0);
  const value = valueAt(source, valueStart, each => fits(key.field, each));
  if (value === undefined) return undefined;
  const isWhole = key.words === words;
  const isBracketed = isWhole && bracket !== '';
  const isDouble = behind - colon > 1;
  const isQuoted = /["“'‘]$/u.test(before?.[0] ?? '');
  const valueEnd = valueStart + value.length;
  const behindQuote = isQuoted ? behindSign(source, valueEnd, CLOSING_QUOTE) : valueEnd;
  // A bracket that closes another one belongs to the words.
  const mayClose = isBracketed || !isBracketOpen(source.slice(keyFrom, colon));
  const end = mayClose ? behindSign(source, behindQuote, CLOSING_BRACKET) : behindQuote;
  const isSure = key.field === 'due' || isDouble || isBracketed;
  // What may be words of the goal is asked about only where it ends them.
  if (!isSure && /[\p{L}\p{N}]/u.test(withoutRun(source.slice(end)))) return undefined;
  const wordsStart = keyFrom + match.index + match[0].lastIndexOf(words);
  const keyStart = wordsStart + words.length - key.words.length;
  const isMarked = isWhole && marks !== '' && (closing || before?.groups?.['closing']) === marks;
  const start = isBracketed ? keyFrom + match.index : keyStart - (isMarked ? marks.length : 0);
  return { field: key.field, key: key.words, value, range: { start, end }, isSure };
}

function behindSign(source: string, at: number, sign: RegExp): number {
  return at + (sign.exec(source.slice(at))?.[0].length ?? 0);
}

/** Whether a bracket before a place is not closed there. */
function isBracketOpen(before: string): boolean {
  let depth = 0;
  for (const unit of before) {
    if ('[({'.includes(unit)) depth++;
    else if ('])}'.includes(unit)) depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}

/** Of two words before a colon the first may be one of the text. */
function keyIn(words: string): { readonly field: GoalFieldId; readonly words: string } | undefined {
  const whole = goalFieldOf(words);
  if (whole !== undefined) return { field: whole, words };
  const last = words.slice(words.lastIndexOf(' ') + 1);
  const field = goalFieldOf(last);
  return field === undefined ? undefined : { field, words: last };
}

/** A date with the year first is all of the value, whatever stands behind it that is no clock time. */
const YEAR_FIRST = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\S*[\p{L}\p{N}])(?![ \t]+\d{1,2}[:.]\d{2})/u;

/** The longest run of words from an offset on that can be meant as a value. */
function valueAt(source: string, from: number, isMeant: (value: string) => boolean): string | undefined {
  const tail = source.slice(from, from + LONGEST_VALUE);
  const stretch = tail.slice(0, BEHIND_VALUE.exec(tail)?.index ?? tail.length);
  const whole = YEAR_FIRST.exec(stretch)?.[0] ?? stretch;
  const ends = [...whole.matchAll(/[ \t]+/g)].map(({ index }) => index);
  for (const end of [...ends, whole.length].reverse()) {
    const value = whole.slice(0, end).replace(/[\s.,;!?…–—-]+$/u, '');
    if (value !== '' && isMeant(value)) return value;
  }
  return undefined;
}

/** What stands behind the words of a goal is none of them. */
function withoutRun(text: string): string {
  return text.slice(0, readTrailingRun(text, 0).wordsEnd);
}

const YEAR = /\d{4}/;
/** A key and a date at the end of the words, with nothing between, or no colon: `(due 2026-03-19)`, `due = 2026-03-19`. */
const WITHOUT_COLON =
  /(?:[[({][ \t]*)?(?<![\p{L}\p{N}^#/-])(?<words>(?:\p{L}{2,20} )?\p{L}{2,20})(?:[ \t]*=[ \t]*|[ \t]+)(?<value>(?:\d|\p{L}+,? \d)[\p{L}\p{N} ,./-]{4,40}?\d)[\s.,;!?…]*[\])}]?[\s.,;!?…]*$/u;

/** The due date at the end of the words that has no colon behind its key: it may be words of the goal. */
export function dateWithoutColon(text: string, words: TextRange, fits: Fits): UnreadField | undefined {
  const { start: from, end } = words;
  // Few goals have such a key, and nothing else is looked for where there is none.
  const hasKey = HAS_DUE_KEY.test(text.slice(Math.max(from, end - LONGEST_KEY - LONGEST_VALUE), end));
  const keyed = hasKey ? (wholeDate(text, words, fits) ?? dayInWords(text, words, fits)) : undefined;
  return keyed ?? dayInBrackets(text, words) ?? dayOfMonth(text, words, fits) ?? dayBehindLimit(text, words);
}

/** `GAS +1`, `[GAS 0]`, `GAS = -1 (was 0)` at the end of the words. */
const LEVEL = new RegExp(
  String.raw`(?:[[({][ \t]*)?(?<![\p{L}\p{N}^#/-])(?<key>${keysOf('gas')})[ \t]*[=:]?[ \t]*(?<value>[+\-\u2212]?[0-2])(?![\p{L}\p{N}/]|[.,:]\d)[ \t]*[\])}]?(?=[\s.,;]*(?:\([^()\r\n]{1,40}\))?[\s.,;]*$)`,
  'iu',
);

/** The level of attainment at the end of the words that is in no field: in small letters and without a sign it may be words. */
export function levelWithoutColon(text: string, { start: from, end }: TextRange): UnreadField | undefined {
  const base = Math.max(from, end - LONGEST_KEY - LONGEST_VALUE);
  const words = text.slice(base, end);
  const match = /[0-2]/.test(words) ? LEVEL.exec(words) : null;
  const { key = '', value = '' } = match?.groups ?? {};
  if (match === null || (key !== key.toUpperCase() && value.length === 1)) return undefined;
  const start = base + match.index;
  const length = match[0].trimEnd().length;
  return { field: 'gas', key, value, range: { start, end: start + length }, isSure: false };
}

function wholeDate(text: string, { start: from, end }: TextRange, fits: Fits): UnreadField | undefined {
  const words = text.slice(Math.max(from, end - LONGEST_KEY - LONGEST_VALUE), end);
  const match = YEAR.test(words) ? WITHOUT_COLON.exec(words) : null;
  const { words: before = '', value = '' } = match?.groups ?? {};
  const key = keyIn(before);
  if (match === null || key?.field !== 'due' || !YEAR.test(value) || !fits('due', value)) return undefined;
  const base = end - words.length;
  const keyStart = match.index + match[0].indexOf(before) + before.length - key.words.length;
  const start = key.words === before ? match.index : keyStart;
  const behind = match[0].replace(/[\s.,;!?…]+$/u, '').length;
  return {
    field: 'due',
    key: key.words,
    value,
    range: { start: base + start, end: base + match.index + behind },
    isSure: false,
  };
}

/** A key of a due date, with the bracket before it. */
const DUE_KEY = new RegExp(
  String.raw`(?<bracket>[[({][ \t]*)?(?<![\p{L}\p{N}^#/-])(?<key>${keysOf('due')})[ \t]+(?=\S)`,
  'giu',
);

const HAS_DUE_KEY = new RegExp(keysOf('due'), 'i');

function keysOf(wanted: GoalFieldId): string {
  return [...goalFieldsByKey(languages)].flatMap(([key, field]) => (field === wanted ? key : [])).join('|');
}

/** The day that all words behind the last key say: `(due Friday)`, `tenggat 12 Maret`. */
function dayInWords(text: string, { start: from, end }: TextRange, fits: Fits): UnreadField | undefined {
  const base = Math.max(from, end - LONGEST_KEY - LONGEST_VALUE);
  const words = text.slice(base, end);
  const match = [...words.matchAll(DUE_KEY)].at(-1);
  if (match === undefined) return undefined;
  const { key = '', bracket = '' } = match.groups ?? {};
  const valueStart = match.index + match[0].length;
  const rest = words.slice(valueStart);
  const value = rest.replace(/[\s.,;!?…)\]}]+$/u, '');
  if (!/\p{L}|\d[/-]\d/u.test(value) || YEAR.test(value) || !fits('due', value)) return undefined;
  const valueEnd = valueStart + value.length;
  // A bracket that takes in more than these words is left.
  const closing = bracket === '' ? 0 : (/^[\])}]/.exec(words.slice(valueEnd))?.[0].length ?? 0);
  const start = match.index + (closing === 0 ? bracket.length : 0);
  const range = { start: base + start, end: base + valueEnd + closing };
  return { field: 'due', key, value, range, isSure: false };
}

/** What may be a day in brackets at the end of the words: `(25/11)`, `(by Friday)`. */
const IN_BRACKETS = /(?<=\S[ \t]*)[[({](?<value>[^[\](){}\r\n]{3,40})[\])}](?=[\s.,;!?…]*$)/u;
/** Of two figures the first is no month, and no part of the second. */
const DAY_AND_MONTH = /^(?:1[3-9]|2\d|3[01])[/.-](?:0?[1-9]|1[0-2])$/;
const TWO_FIGURES = /^\d+[/.-]\d+$/;
/** Short names of days are other words, too. */
const SHORTEST_DAY = 4;

function dayInBrackets(text: string, { start: from, end }: TextRange): UnreadField | undefined {
  const base = Math.max(from, end - LONGEST_VALUE);
  const match = /[\])}][\s.,;!?…]*$/.test(text.slice(end - 3, end))
    ? IN_BRACKETS.exec(text.slice(base, end))
    : null;
  const value = match?.groups?.['value']?.trim();
  if (match === null || value === undefined || !namesDay(value)) return undefined;
  const day = dayAlone(value);
  if (day.length < SHORTEST_DAY && !/\d/.test(day)) return undefined;
  // What stands before a day says that it is one.
  const isBare = day === value.toLowerCase();
  if (isBare && TWO_FIGURES.test(day) && !DAY_AND_MONTH.test(day)) return undefined;
  return dueAt(base + match.index, match[0].length, value);
}

const MONTH_NAMES = [...monthsByName(languages).keys()].sort((a, b) => b.length - a.length).join('|');
/** `tgl 3 Desember` at the end of the words. */
const NUMBERED_DAY = new RegExp(
  String.raw`(?<=^|[\s(])(?:${anyWordOf(languages, ({ timeWords }) => timeWords.beforeDay)})\.? (?<value>\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTH_NAMES}))(?=[\s.,;!?…)]*$)`,
  'iu',
);
const LONGEST_DAY = 40;

function dayOfMonth(text: string, { start: from, end }: TextRange, fits: Fits): UnreadField | undefined {
  const base = Math.max(from, end - LONGEST_DAY);
  const words = text.slice(base, end);
  const match = /\d/.test(words) ? NUMBERED_DAY.exec(words) : null;
  const value = match?.groups?.['value'];
  if (match === null || value === undefined || !fits('due', value)) return undefined;
  return dueAt(base + match.index, match[0].length, value);
}

/** `by `, `sebelum `: what follows is the last day, if it is one. */
const LIMIT_WORD = String.raw`(?:${anyWordOf(languages, ({ timeWords }) => timeWords.limits)})[ \t]+(?=\S)`;
const LIMIT = new RegExp(String.raw`(?<=[\p{L}\p{N}.,;)–—-][ \t]+)${LIMIT_WORD}`, 'giu');
const HAS_LIMIT = new RegExp(String.raw`\s${LIMIT_WORD}`, 'i');
const HAS_SIGN = /[@>!⏰]/;
/** A day behind a sign for it: `@2026-03-12`, `>2026-03-12`, `⏰ 2026-03-12`. */
const SIGNED_DAY = /(?<=\s)(?:[@>!]|⏰\ufe0f?\s*)(?<value>\d{4}-\d{2}-\d{2})(?=[\s.,;!?…]*$)/u;

/** The day that all words behind the last such word say: `Email by Friday`; or one behind a sign. */
function dayBehindLimit(text: string, { start: from, end }: TextRange): UnreadField | undefined {
  const base = Math.max(from, end - LONGEST_VALUE);
  const words = text.slice(base, end);
  // Few goals have either, and nothing else is looked for where there is none.
  const signed = HAS_SIGN.test(words) ? SIGNED_DAY.exec(words) : null;
  if (signed !== null) {
    const start = base + signed.index;
    const value = signed.groups?.['value'] ?? '';
    return {
      field: 'due',
      key: 'due',
      value,
      range: { start, end: start + signed[0].length },
      isSure: false,
    };
  }
  const limit = HAS_LIMIT.test(words) ? [...words.matchAll(LIMIT)].at(-1) : undefined;
  if (limit === undefined) return undefined;
  const value = words.slice(limit.index + limit[0].length).replace(/[\s.,;!?…]+$/u, '');
  const day = dayAlone(value);
  if (!namesDay(value) || (day.length < SHORTEST_DAY && !/\d/.test(day))) return undefined;
  return dueAt(base + limit.index, limit[0].length + value.length, value);
}

/** What may be a due date, without a key of its own. */
function dueAt(start: number, length: number, value: string): UnreadField {
  return { field: 'due', key: 'due', value, range: { start, end: start + length }, isSure: false };
}

/** A day without what stands before it and says nothing of it, in lower case: `jumat` of `paling lambat Jumat`. */
function dayAlone(text: string): string {
  return Object.values(languages).reduce(
    (words, { timeWords }) => withoutFillers(words, timeWords),
    saidWords(text),
  );
}
