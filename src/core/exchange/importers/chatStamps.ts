import { message } from '../../message';
import { BEFORE_TIME, TIME_OF_DAY } from '../../note/timeOfDay';
import type { Claim } from './importedTranscript';
import type { PlainLine } from './plainLine';
import type { ReadLine } from './plainLines';
import { couldBeName, labelledLine, looksPlain, tidyName } from './speakerLabel';

const DATE = String.raw`(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2} [a-z]{3,9} \d{4}|[a-z]{3,9} \d{1,2}, \d{4})`;
const CLOCK = String.raw`${TIME_OF_DAY}(?:\s?[ap]\.?m\.?)?`;
/** A time of day, as no recording has one. */
const OF_DAY = String.raw`${TIME_OF_DAY}\s?[ap]\.?m\.?`;
const WHEN = String.raw`(?:${DATE}(?:T|,?\s+(?:${BEFORE_TIME}\s+)?)${CLOCK}|${CLOCK},\s+${DATE})`;
/** `12/03/24 09.15 - `, `[12/03/24 09.15.33] `, `[09.15, 12/3/2024] `, `2024-03-12 09:15:33 `. */
const AHEAD = new RegExp(String.raw`^(?:\[${WHEN}\]|${WHEN})(?:\s+[-–—])?\s+(?=\S)`, 'i');
/** `[9:15 AM] Name: `. */
const OF_DAY_AHEAD = new RegExp(String.raw`^(?:\[${OF_DAY}\]|${OF_DAY})(?:\s+[-–—])?\s+(?=\S)`, 'i');
/** `Name, [12.03.2024 09:15]` above the words. */
const BEHIND = new RegExp(String.raw`^(\S.{0,79}?),\s*(\[${WHEN}\])$`, 'i');
/** `Name  9:15 AM`, `Name — Today at 9:15 AM`, `Name — 12/03/2024 09:15` above the words. */
const BEHIND_NAME = new RegExp(
  String.raw`^(\S.{0,79}?)(?:,?\s+(${OF_DAY})|,?\s+[-–—]\s+((?:today|yesterday|hari ini|kemarin)(?:\s+at|\s+pukul)?\s+${CLOCK}|${WHEN}))$`,
  'i',
);
const ALONE = new RegExp(`^(?:${OF_DAY}|${WHEN})$`, 'i');
/** A day above its messages, each of which has the time of day, who sent it and the words in columns. */
const DAY = new RegExp(String.raw`^(?:\p{L}+,?\s+)?${DATE}(?:\s*\(?\p{L}+\)?)?$`, 'iu');
const COLUMNS = new RegExp(String.raw`^(${CLOCK})\t(?:([^\t]{1,80})\t)?(.*)$`, 'i');

/** A line that says when a message was sent. */
interface Stamped {
  readonly stamp: string;
  /** The line without it. */
  readonly rest: string;
  readonly isBehind: boolean;
  /** Who sent the message; undefined where the program says something. */
  readonly name: string | undefined;
  readonly words: string;
  /** Whether the name stands above it. */
  readonly isBelow?: boolean;
}

/**
 * The lines of what a chat program exports: each message has the day and the time of day and who sent it, and goes on
 * until the next one, whatever stands in it. These are no times of a recording, and are told. A message of nobody is the
 * program's own. Other lines are as they were.
 */
export function withoutStamps(lines: readonly ReadLine[]): readonly ReadLine[] {
  const hasDays = lines.some(({ text }) => isDay(text));
  const stamped = lines.map(({ text }, at) =>
    /\d[.:]\d/.test(text) || (hasDays && isDay(text))
      ? stampedLine(text, lines[at - 1]?.text ?? '', hasDays)
      : undefined,
  );
  // A name alone is above a time of day.
  for (const [at, own] of stamped.entries())
    if (own?.isBelow === true && at > 0) stamped[at - 1] = nameAlone(lines[at - 1]?.text ?? '');
  const all = stamped.filter(each => each !== undefined);
  const sent = all.filter(({ name }) => name !== undefined).length;
  if (sent < 2 || sent * 2 < all.length) return lines;
  const first = stamped.findIndex(each => each !== undefined);
  return lines.map((line, at) => {
    const own = stamped[at];
    if (own !== undefined) return messageLine(line, own);
    return at < first || line.read === undefined ? line : { ...line, read: words(line.text) };
  });
}

function isDay(line: string): boolean {
  return line.length < 40 && DAY.test(line);
}

/** A line of the program's, or a part of one. */
const ofProgram = { isBehind: false, name: undefined, words: '' };

function nameAlone(line: string): Stamped {
  return { stamp: '', rest: line, isBehind: true, name: tidyName(line), words: '' };
}

function stampedLine(line: string, above: string, hasDays: boolean): Stamped | undefined {
  if (hasDays && above === '' && isDay(line)) return { ...ofProgram, stamp: line, rest: '' };
  if (ALONE.test(line))
    return looksPlain(above) ? { ...ofProgram, stamp: line, rest: '', isBelow: true } : undefined;
  return (hasDays ? inColumns(line) : undefined) ?? stampAhead(line) ?? stampBehind(line);
}

function inColumns(line: string): Stamped | undefined {
  const [, stamp, name, words = ''] = COLUMNS.exec(line) ?? [];
  if (stamp === undefined) return undefined;
  const rest = line.slice(stamp.length).trim();
  return name === undefined ? { ...ofProgram, stamp, rest } : { stamp, rest, isBehind: false, name, words };
}

function stampAhead(line: string): Stamped | undefined {
  const dated = AHEAD.exec(line)?.[0];
  const stamp = dated ?? OF_DAY_AHEAD.exec(line)?.[0];
  if (stamp === undefined) return undefined;
  const rest = line.slice(stamp.length);
  const label = senderOf(rest);
  if (label !== undefined)
    return { name: label.name, words: label.words, stamp: stamp.trim(), rest, isBehind: false };
  return dated === undefined ? undefined : { ...ofProgram, stamp: stamp.trim(), rest };
}

function stampBehind(line: string): Stamped | undefined {
  const [, called, when] = BEHIND.exec(line) ?? [];
  const [, alone, time, day] = BEHIND_NAME.exec(line) ?? [];
  const name = tidyName(called ?? alone);
  const stamp = when ?? time ?? day;
  const isName = called === undefined ? looksPlain(name) : couldBeName(name);
  if (stamp === undefined || !isName) return undefined;
  return { stamp, rest: line.slice(0, -stamp.length), isBehind: true, name, words: '' };
}

/** Who sent a message, whatever the name is: behind a stamp it ends with the first colon. */
function senderOf(rest: string): { readonly name: string; readonly words: string } | undefined {
  const label = labelledLine(rest);
  if (label?.hasColon === true) return label;
  const colon = rest.indexOf(':');
  if (colon < 0) return undefined;
  const name = tidyName(rest.slice(0, colon));
  return name === '' ? undefined : { name, words: rest.slice(colon + 1).trim() };
}

function messageLine(line: ReadLine, { stamp, rest, isBehind, name, words: said }: Stamped): ReadLine {
  const { piece } = line;
  const at = isBehind ? line.at : line.at + line.text.length - rest.length;
  const when: Claim = { piece, text: stamp, as: message('import.left.stamps'), isLast: isBehind };
  const claims = [...line.claims, when];
  if (name === undefined) {
    const own: Claim = { piece, text: rest, as: message('import.left.of-program') };
    return { ...line, text: '', at, read: undefined, claims: [...claims, own] };
  }
  const read = { ...words(rest), name, place: 'other sign', words: said } as const;
  return { ...line, text: rest, at, read, claims };
}

/** A line that is nothing but words. */
function words(line: string): PlainLine {
  return {
    start: undefined,
    end: undefined,
    name: undefined,
    place: undefined,
    words: line,
    unnamed: line,
    isTimed: false,
    isTimeAlone: false,
    nearlyTime: undefined,
  };
}
