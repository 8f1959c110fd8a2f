import { languages } from '../../language/languages';
import { anyWordOf } from '../../language/languageWords';
import { BEFORE_TIME, TIME_OF_DAY } from '../../note/timeOfDay';
import type { ReadLine } from './plainLines';
import { couldBeName, labelledLine, looksPlain, tidyName } from './speakerLabel';

const DATE = String.raw`(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}[ -][a-z]{3,9}[ -]\d{2,4}|[a-z]{3,9} \d{1,2}, \d{4})`;
const CLOCK = String.raw`${TIME_OF_DAY}(?:\s?[ap]\.?m\.?)?`;
/** A time of day, as no recording has one. */
const OF_DAY = String.raw`${TIME_OF_DAY}\s?[ap]\.?m\.?`;
const WHEN = String.raw`(?:${DATE}(?:T|,?\s+(?:${BEFORE_TIME}\s+)?)${CLOCK}|${CLOCK},\s+${DATE})`;
/** `12/03/24 09.15 - `, `[12/03/24 09.15.33] `, `[09.15, 12/3/2024] `, `2024-03-12 09:15:33 `. */
const AHEAD = new RegExp(String.raw`^(?:\[${WHEN}\]|${WHEN})(?:\s+[-–—])?\s+(?=\S)`, 'i');
/** `[9:15 AM] Name: `. */
const OF_DAY_AHEAD = new RegExp(String.raw`^(?:\[${OF_DAY}\]|${OF_DAY})(?:\s+[-–—])?\s+(?=\S)`, 'i');
/** `Name, [12.03.2024 09:15]`, `Name, [12 Mar 2024 09:15:10]:` above the words. */
const BEHIND = new RegExp(String.raw`^(\S.{0,79}?),\s*(\[${WHEN}\]:?)$`, 'i');
const LATELY = anyWordOf(languages, ({ timeWords: { today, yesterday } }) => [...today, ...yesterday]);
/** `Name  9:15 AM`, `Name — Today at 9:15 AM`, `Name — 12/03/2024 09:15` above the words. */
const BEHIND_NAME = new RegExp(
  String.raw`^(\S.{0,79}?)(?:,?\s+(${OF_DAY})|,?\s+[-–—]\s+((?:${LATELY})(?:\s+${BEFORE_TIME})?\s+${CLOCK}|${WHEN}))$`,
  'i',
);
const ALONE = new RegExp(`^(?:${OF_DAY}|${WHEN})$`, 'i');
const CLOCK_ALONE = new RegExp(`^${CLOCK}$`, 'i');
/** A day above its messages, each of which has the time of day, who sent it and the words in columns. */
const DAY = new RegExp(String.raw`^(?:\p{L}+,?\s+)?${DATE}(?:\s*\(?\p{L}+\)?)?$`, 'iu');
const COLUMNS = new RegExp(String.raw`^(${CLOCK})\t(?:([^\t]{1,80})\t)?(.*)$`, 'i');
/** The same with the day in each line: `2024-03-12 09:15:33`, a name and the words, parted by tabs. */
const DATED_COLUMNS = new RegExp(String.raw`^(${WHEN})\t([^\t]{1,80})\t(.*)$`, 'i');
/** `[09:15] <name> words`, `09:15 < name> words`, and what somebody does: `[09:15] * name smiles`. */
const NICKED = new RegExp(
  String.raw`^(\[?(?:${WHEN}|${CLOCK})\]?)\s+(?:<\s*[@+%&~!]?([^<>\s]{1,40})>|\*\s+(\S{1,40}))\s+(\S.*)$`,
  'i',
);
/** What the programs for such talks write about themselves: `--- Log opened …`, `[09:15] *** name joined`. */
const OF_NICKED = new RegExp(
  String.raw`^(?:-{3}\s.*|(?:\[?(?:${WHEN}|${CLOCK})\]?)\s+(?:\*{3}|-!-|-->|<--|--)\s.*)$`,
  'i',
);

/** In words. */
const MOST_NAMES = 4;

/** A line that says when a message was sent. */
export interface Stamped {
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

/** Whether a line is a time of day and nothing else, with or without the day. */
export function isStamp(line: string): boolean {
  return line.length < 40 && (ALONE.test(line) || CLOCK_ALONE.test(line));
}

export function isDay(line: string): boolean {
  return line.length < 40 && DAY.test(line);
}

/** A line of the program's, or a part of one. */
const ofProgram = { isBehind: false, name: undefined, words: '' };

/** Whether a line has who sent it in angle brackets, as the programs have it that call people by nicknames. */
export function isNicked(line: string): boolean {
  return NICKED.test(line);
}

/** A line that such a program wrote about itself, if it is one. */
export function ofNicked(line: string): Stamped | undefined {
  return OF_NICKED.test(line) ? { ...ofProgram, stamp: '', rest: line } : undefined;
}

/** When the message of a line was sent, and by whom, if the line says it; `hasDays` where days stand above messages. */
export function stampedLine(lines: readonly ReadLine[], at: number, hasDays: boolean): Stamped | undefined {
  const line = lines[at]?.text ?? '';
  const above = lines[at - 1]?.text ?? '';
  if (hasDays && above === '' && isDay(line)) return { ...ofProgram, stamp: line, rest: '' };
  if (ALONE.test(line))
    return looksPlain(above) ? { ...ofProgram, stamp: line, rest: '', isBelow: true } : undefined;
  const below = lines[at + 1]?.text ?? '';
  return nicked(line) ?? inColumns(line, hasDays) ?? stampAhead(line, below) ?? stampBehind(line);
}

function nicked(line: string): Stamped | undefined {
  const [, stamp, speaker, actor, words = ''] = NICKED.exec(line) ?? [];
  const name = speaker ?? actor;
  if (stamp === undefined || name === undefined) return undefined;
  return { stamp, rest: line.slice(stamp.length).trim(), isBehind: false, name, words };
}

function inColumns(line: string, hasDays: boolean): Stamped | undefined {
  const [, when, sender, said = ''] = DATED_COLUMNS.exec(line) ?? [];
  if (when !== undefined)
    return { stamp: when, rest: line.slice(when.length).trim(), isBehind: false, name: sender, words: said };
  if (!hasDays) return undefined;
  const [, stamp, name, words = ''] = COLUMNS.exec(line) ?? [];
  if (stamp === undefined) return undefined;
  const rest = line.slice(stamp.length).trim();
  return name === undefined ? { ...ofProgram, stamp, rest } : { stamp, rest, isBehind: false, name, words };
}

function stampAhead(line: string, below: string): Stamped | undefined {
  const dated = AHEAD.exec(line)?.[0];
  const stamp = dated ?? OF_DAY_AHEAD.exec(line)?.[0];
  if (stamp === undefined) return undefined;
  const rest = line.slice(stamp.length);
  const label = senderOf(rest);
  if (label !== undefined)
    return { name: label.name, words: label.words, stamp: stamp.trim(), rest, isBehind: false };
  // In brackets above words stands who sent them; what the program says itself has nothing below.
  const isName =
    stamp.startsWith('[') && below !== '' && !AHEAD.test(below) && rest.split(' ').length <= MOST_NAMES;
  if (dated !== undefined && isName)
    return { name: tidyName(rest), words: '', stamp: stamp.trim(), rest, isBehind: false };
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
