import { anyWordOf } from '../../language/languageWords';
import { transcriptWords } from '../../language/transcriptWords';
import { NEARLY_TIMESTAMP } from '../../transcript/timestamps';
import {
  couldBeName,
  type LabelledLine,
  labelledLine,
  labelSize,
  looksPlain,
  tidyName,
} from './speakerLabel';
import {
  CLOCK,
  F4,
  HAS_TIME,
  HOURS,
  IN_UNITS,
  minuteTold,
  SECONDS,
  SPELLED,
  spelledTime,
  timeOf,
} from './timeForms';

/** How a name stands in a line; what it needs to be a speaker's differs. */
export type NamePlace =
  /** Before a colon. */
  | 'colon'
  /** In brackets, without a colon. */
  | 'bracket'
  /** With a time and nothing else on its line: `Name  0:05`, `Name (0:05)`. */
  | 'head'
  /** The same with one blank, as a sentence may end, too. */
  | 'unsure head'
  /** Before a dash and a time, with nothing else: `Name - 0:05`. */
  | 'before dash'
  /** Behind a time and a dash, with nothing else: `[0:05] - Name`. */
  | 'behind dash'
  /** Behind a time, with nothing else. */
  | 'behind time'
  /** Before a time in brackets and words: `Name [0:05] words`. */
  | 'before time'
  /** With what looks like a time and is none, or may as well be said: `Name  0:99`, `Name (0:99): words`, `Name 1 hour`. */
  | 'nearly head'
  /** Parted from the words by something else than a colon: `Name - words`, `(Name) words`. */
  | 'other sign';

/** A line of a transcript in plain text, taken apart. All but the words stands before them. */
export interface PlainLine {
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** What stands where the name of a speaker would. */
  readonly name: string | undefined;
  readonly place: NamePlace | undefined;
  /** The words where the name is a speaker's: the end of the line. */
  readonly words: string;
  /** The words where it is none: the end of the line, from behind a time that is one whatever the name is. */
  readonly unnamed: string;
  /** Whether there is a time that is one whatever the name is. */
  readonly isTimed: boolean;
  /** Whether there is only a time. */
  readonly isTimeAlone: boolean;
  /** Something in the place of a time that is none: `[00:61:00]`. */
  readonly nearlyTime: string | undefined;
  /** The same with a name that another sign than a colon parts from the words, where one may. */
  readonly other?: PlainLine;
}

const TIME = `(?:${CLOCK}|${IN_UNITS})`;
const TO = String.raw`\s*(?:-{1,2}>|[-–—→])\s*`;
/** A time, or two. */
const TIMES = `(?:(${TIME})(?:${TO}(${TIME}))?|(${SECONDS})${TO}(${SECONDS}))`;
/** One or two times before the words: `[0:05]`, `(0:05)`, `\[0:05\]`, `[0:05 --> 0:07]`, `[1.0s - 4.2s]`, `#00:00:05-3#`. */
const TIME_FIRST = new RegExp(String.raw`^(?:\\?\[${TIMES}\\?\]|\(${TIMES}\)|(${F4}))\s*:?\s*(.*)$`, 's');
const BARE_TIME_FIRST = new RegExp(
  String.raw`^(?:(?:[Mm]enit|[Mm]inute)\s+(?:ke[\s-])?\s*|@)?(${TIME})(?:${TO}(${TIME}))?(?:\s+(.*))?$`,
  's',
);
/** What looks like a time in brackets, and may be none. */
const NEARLY = new RegExp(
  String.raw`^(\[${NEARLY_TIMESTAMP}\]|#\d{1,4}(?::\d{1,4}){1,2}(?:[-.,]\d{0,4})?#)\s*(.*)$`,
  's',
);
/** The same without brackets, or in round ones: only before or behind a name is it no word. */
const NEARLY_BARE = new RegExp(String.raw`^(\(?${NEARLY_TIMESTAMP}\)?)\s+(.*)$`, 's');
const NAME = String.raw`\S(?:.{0,78}?\S)?`;
const UNTIL = String.raw`(?:\s*(?:-->|-|–|—)\s*(?<end>${CLOCK}))?`;
/** A time in brackets, or two. */
const SPAN = `(?:(?<start>${TIME})(?:${TO}(?<end>${TIME}))?|(?<from>${SECONDS})${TO}(?<until>${SECONDS}))`;
const APART = String.raw`(?:\s{2,}|\t\s*)`;
/** A speaker with a time beside the name, the first that fits. */
const HEADS: readonly (readonly [place: NamePlace, shape: RegExp])[] = [
  // Nothing else.
  ['head', new RegExp(`^(?<name>${NAME})${APART}(?<start>${CLOCK}|${SPELLED})${UNTIL}$`)],
  ['head', new RegExp(String.raw`^\[(?<name>[^\[\]:]{1,80})\]\s+(?<start>${CLOCK})$`)],
  ['head', new RegExp(String.raw`^(?<name>${NAME})\s*[(\[]${SPAN}[)\]]\s*:?$`)],
  ['head', new RegExp(String.raw`^(?<name>${NAME})\s+\|\s+(?<start>${CLOCK})${UNTIL}$`)],
  ['head', new RegExp(String.raw`^(?<name>${NAME})\s+(?<start>${SPELLED})$`)],
  // `Name (0:05): words`.
  ['head', new RegExp(String.raw`^(?<name>${NAME})\s*[(\[]${SPAN}[)\]]\s*:\s*(?<words>.+)$`, 's')],
  ['before dash', new RegExp(String.raw`^(?<name>${NAME})\s+[-–—]\s+(?<start>${CLOCK})$`)],
  ['unsure head', new RegExp(String.raw`^(?<name>${NAME})\s(?<start>${CLOCK})${UNTIL}$`)],
  ['nearly head', new RegExp(String.raw`^(?<name>${NAME})\s+(?<start>${HOURS})$`)],
  // `Name [0:05] words`, `Name  0:05  words`.
  [
    'before time',
    new RegExp(
      String.raw`^(?<name>[^\s\[(:](?:[^\[:]{0,78}?[^\s\[:])?)\s+\[(?<start>${CLOCK})\]\s+(?<words>\S.*)$`,
      's',
    ),
  ],
  [
    'before time',
    new RegExp(String.raw`^(?<name>${NAME})${APART}(?<start>${CLOCK})${APART}(?<words>\S.*)$`, 's'),
  ],
];
const NEARLY_HEADS: readonly RegExp[] = [
  new RegExp(String.raw`^(${NAME})\s*[(\[](${NEARLY_TIMESTAMP})[)\]]\s*(?::\s*(.*))?$`, 's'),
  new RegExp(String.raw`^(${NAME})\s+(?:\|\s+)?(${NEARLY_TIMESTAMP})()$`),
];
const HAS_OTHER_SIGN = /^[(<*]|\t|\s[-–—]\s|^.{0,60}[;=/|→>]|^\p{Lu}[^.]{0,40}\./u;
/**
 * `Name - words`, `Name; words`, `Name = words`, `Name/ words`, `Name | words`, `Name → words`, `Name` and a tab,
 * `(Name) words`, `<Name> words`, `**Name** words`, `NAME. words`.
 */
const OTHER_SIGNS =
  /^(?:\(([^()]{1,80})\)|<([^<>]{1,80})>|\*\*([^*]{1,80})\*\*|(\S[^\t;=/|→>]{0,60}?)(?:\t|\s*(?:-{1,2}>|=>|[;=/|→]|>{1,2})|\s+[-–—]\s)|(\p{Lu}[\p{Lu}\d ]{0,39})\.(?=\s))\s*(\S.*)$/su;
/** A time behind the colon of a name that is set apart by blanks on both sides: `Name:  0:05  words`. */
const TIME_APART = new RegExp(String.raw`^(${CLOCK})${APART}(\S.*)$`, 's');
/** A time behind the colon of a name: `[0:05] words`, `(0:05)`. */
const TIME_BEHIND = new RegExp(String.raw`^(?:\[(${CLOCK})\]|\((${CLOCK})\)|(${F4}))\s*(.*)$`, 's');
const NEARLY_BEHIND = /^([[(]\d{1,4}(?::\d{1,4}){1,2}(?:[.,]\d{1,4})?[\])])(?:\s+|$)(.*)$/s;
const FROM = anyWordOf(transcriptWords, ({ messages }) => messages.from);
const TO_WHOM = anyWordOf(transcriptWords, ({ messages }) => messages.to);
/** The chat of Zoom: `0:05 From Name to Everyone: words`, `0:05 From Name : words`. */
const CHAT = new RegExp(
  String.raw`^(${CLOCK})\s+(?:${FROM})\s+(\S[^:]{0,78}?)(\s+(?:${TO_WHOM})\s+[^:]{1,80})?\s*:\s*(.*)$`,
  'is',
);

/** A heading, and emphasis at the beginning: `**Name (0:05):** words`. */
const MARKED = /^(?:#{1,6}\s+(.+)|(\*{1,3}|_{1,3})(?=\S)([^*_]{1,120}?)\2(.*))$/s;

/** Reads a line that is neither blank nor begins or ends with a blank. */
export function plainLine(line: string): PlainLine {
  const isMarked = /^[*_#]/.test(line) && HAS_TIME.test(line);
  return (isMarked ? withoutMarks(line) : undefined) ?? unmarkedLine(line);
}

/** A line whose time stands in a heading or among emphasis, if it has one. */
function withoutMarks(line: string): PlainLine | undefined {
  const [, heading, , begins = '', rest = ''] = MARKED.exec(line) ?? [];
  const bare = (heading ?? begins + rest).trim();
  const read = bare === '' || bare === line ? undefined : unmarkedLine(bare);
  if (read?.start === undefined || !line.endsWith(read.words)) return undefined;
  const isWhole = read.unnamed === bare || !line.endsWith(read.unnamed);
  return isWhole ? { ...read, unnamed: line, isTimed: false } : read;
}

function unmarkedLine(line: string): PlainLine {
  if (!/\d/.test(line)) return untimed(line);
  const hasTime = HAS_TIME.test(line);
  const ahead = hasTime ? (chatLine(line) ?? timeFirst(line) ?? spelledAlone(line)) : undefined;
  return (
    ahead ?? minuteAlone(line) ?? (hasTime ? headLine(line) : undefined) ?? nearly(line) ?? untimed(line)
  );
}

function untimed(line: string): PlainLine {
  const read = labelled(line, undefined, undefined, line, false);
  const other = HAS_OTHER_SIGN.test(line) ? OTHER_SIGNS.exec(line) : null;
  const name = tidyName((other ?? []).slice(1, -1).find(each => each !== undefined));
  if (other === null || !couldBeName(name)) return read;
  return { ...read, other: { ...read, name, place: 'other sign', words: other.at(-1) ?? '' } };
}

const nothing = {
  start: undefined,
  end: undefined,
  isTimed: false,
  isTimeAlone: false,
  nearlyTime: undefined,
};

function chatLine(line: string): PlainLine | undefined {
  const [, clock, called, whom, words = ''] = CHAT.exec(line) ?? [];
  const start = timeOf(clock);
  const name = tidyName(called);
  if (start === undefined || (whom === undefined && !looksPlain(name))) return undefined;
  return { ...nothing, start, name, place: 'head', words, unnamed: line };
}

function timeFirst(line: string): PlainLine | undefined {
  const bracketed = TIME_FIRST.exec(line);
  const [from, until] = (bracketed ?? []).slice(1, -1).filter(time => time !== undefined);
  const start = timeOf(from);
  if (bracketed !== null && start !== undefined)
    return behindTime(line, start, timeOf(until), bracketed.at(-1) ?? '', true);
  const bare = BARE_TIME_FIRST.exec(line);
  const at = timeOf(bare?.[1]);
  if (bare === null || at === undefined) return undefined;
  return behindTime(line, at, timeOf(bare[2]), bare[3] ?? '', false);
}

function spelledAlone(line: string): PlainLine | undefined {
  const time = spelledTime(line);
  return time === undefined ? undefined : behindTime(line, time.start, undefined, '', false);
}

function minuteAlone(line: string): PlainLine | undefined {
  const told = minuteTold(line);
  return told === undefined ? undefined : behindTime(line, told.start, undefined, '', !told.isWhole);
}

function behindTime(
  line: string,
  start: number,
  end: number | undefined,
  rest: string,
  isSure: boolean,
): PlainLine | undefined {
  if (rest === '')
    return {
      ...nothing,
      start,
      end,
      name: undefined,
      place: undefined,
      words: '',
      unnamed: isSure ? '' : line,
      isTimed: isSure,
      isTimeAlone: true,
    };
  const [, dash = '', behind = rest] = /^([-–—|]\s+)?(.*)$/s.exec(rest) ?? [];
  const unnamed = isSure ? rest : line;
  const label = labelledLine(behind);
  if (label !== undefined)
    return withLabel(behind, label, { ...nothing, start, end, unnamed, isTimed: isSure });
  const name = tidyName(behind);
  if (!couldBeName(name))
    return isSure
      ? { ...nothing, start, end, name: undefined, place: undefined, words: rest, unnamed, isTimed: true }
      : undefined;
  const place = dash === '' ? 'behind time' : 'behind dash';
  return { ...nothing, start, end, name, place, words: '', unnamed, isTimed: isSure };
}

function headLine(line: string): PlainLine | undefined {
  for (const [place, shape] of HEADS) {
    const found = shape.exec(line)?.groups;
    const start = timeOf(found?.['start'] ?? found?.['from']);
    const name = tidyName(found?.['name']?.replace(/^\*\*(.+)\*\*$|^\[([^[\]]+)\]$/, '$1$2'));
    if (found === undefined || start === undefined || !couldBeName(name) || /[:：]/.test(name)) continue;
    return {
      ...nothing,
      start,
      end: timeOf(found['end'] ?? found['until']),
      name,
      place,
      words: found['words'] ?? '',
      unnamed: line,
    };
  }
  return undefined;
}

function nearly(line: string): PlainLine | undefined {
  const match = NEARLY.exec(line);
  const rest = match?.[2] ?? '';
  if (match !== null)
    return { ...labelled(rest, undefined, undefined, rest, false), nearlyTime: match[1] ?? '' };
  const bare = NEARLY_BARE.exec(line);
  const labelledRest = bare === null ? undefined : labelled(bare[2] ?? '', undefined, undefined, line, false);
  if (labelledRest?.place === 'colon') return { ...labelledRest, nearlyTime: bare?.[1] };
  return nearlyHead(line);
}

function nearlyHead(line: string): PlainLine | undefined {
  if (!/\d[:.;]\d/.test(line)) return undefined;
  for (const head of NEARLY_HEADS) {
    const [, before, nearlyTime, words = ''] = head.exec(line) ?? [];
    const name = tidyName(before?.replace(/^\*\*(.+)\*\*$/, '$1'));
    if (nearlyTime === undefined || !couldBeName(name) || /[:：]/.test(name)) continue;
    return { ...nothing, name, place: 'nearly head', words, unnamed: line, nearlyTime };
  }
  return undefined;
}

/** A line that may begin with a label, behind which the time may stand. */
function labelled(
  line: string,
  start: number | undefined,
  end: number | undefined,
  unnamed: string,
  isTimed: boolean,
): PlainLine {
  const label = labelledLine(line);
  const times = { ...nothing, start, end, unnamed, isTimed };
  return label === undefined
    ? { ...times, name: undefined, place: undefined, words: unnamed }
    : withLabel(line, label, times);
}

function withLabel(
  line: string,
  label: LabelledLine,
  times: Omit<PlainLine, 'name' | 'place' | 'words'>,
): PlainLine {
  const place = label.hasColon ? 'colon' : 'bracket';
  const rest = line.slice(labelSize(line, label));
  const behind = times.start === undefined ? TIME_BEHIND.exec(rest) : null;
  const own = timeOf(behind?.[1] ?? behind?.[2] ?? behind?.[3]);
  if (behind !== null && own !== undefined)
    return { ...times, start: own, name: label.name, place, words: behind[4] ?? '' };
  const apart =
    times.start === undefined && /(?:\s{2}|\t)$/.test(line.slice(0, -rest.length))
      ? TIME_APART.exec(rest)
      : null;
  const between = timeOf(apart?.[1]);
  if (apart !== null && between !== undefined)
    return { ...times, start: between, name: label.name, place, words: apart[2] ?? '' };
  const nearlyBehind =
    times.nearlyTime === undefined && times.start === undefined ? NEARLY_BEHIND.exec(rest) : null;
  if (nearlyBehind !== null)
    return { ...times, name: label.name, place, words: nearlyBehind[2] ?? '', nearlyTime: nearlyBehind[1] };
  return { ...times, name: label.name, place, words: label.words };
}
