import type { TextRange } from '../text/textRange';
import { STRAY, WIDE_BLANKS } from '../text/unseen';
import { looselyTimed, nearlyTimed } from './nearlyHead';
import type { Speakers } from './speakers';
import { millisecondsOf, TIMESTAMP } from './timestamps';
import type { MarkupFault } from './transcript';

/** Time and speaker at the start of a line. */
export interface TurnHead {
  /** How much of the line it takes, in UTF-16 code units, up to and with the colon (and the `**` behind it). */
  readonly length: number;
  readonly speaker: string | undefined;
  readonly role: string | undefined;
  /** In milliseconds from the start of the recording. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** What of it is not written as it is read, as a range of the line. */
  readonly fault?: MarkupFault;
}

const TIME = new RegExp(String.raw`^\[(${TIMESTAMP})(?:[ \t]*-->[ \t]*(${TIMESTAMP}))?\]`);
/** 1 to 40 characters, none of them a full stop or a colon, no blanks around; `\:` is no colon behind a name. */
const NAME = String.raw`[^\s*:.[\]\\](?:[^*:.[\]\r\n]{0,38}[^\s*:.[\]\\])?`;
const NAMED = new RegExp(
  [
    String.raw`^\*\*(${NAME})[ \t]*:[ \t]*\*\*`,
    String.raw`^\*\*(${NAME})\*\*[ \t]*:`,
    String.raw`^\[(${NAME})\][ \t]*:`,
    String.raw`^(${NAME})[ \t]*:`,
  ].join('|'),
);
/** A declared name may hold more, up to 80 characters: a full stop, brackets, quotes. */
const ANY_NAME = String.raw`[^\s*:](?:[^*:\r\n]{0,78}[^\s*:\\])?`;
const NAMED_AT_WILL = new RegExp(
  [
    String.raw`^\*\*(${ANY_NAME})[ \t]*:[ \t]*\*\*`,
    String.raw`^\*\*(${ANY_NAME})\*\*[ \t]*:`,
    String.raw`^(${ANY_NAME})[ \t]*:`,
  ].join('|'),
);
const BLANKS = /^[ \t]*/;
const MAY_BE_INNER = /\*\*|\[\d/;
/** A name in bold, or behind a time, where words stand before it; its first sign is looked at before the blanks. */
const INNER = new RegExp(
  [
    String.raw`(?=[*[])(?<=\S[ \t]+)(?:\[${TIMESTAMP}\][ \t]*)?\*\*(${NAME})(?:[ \t]*:[ \t]*\*\*|\*\*[ \t]*:)`,
    String.raw`(?=\[)(?<=\S[ \t]+)\[${TIMESTAMP}\][ \t]*(${NAME})[ \t]*:(?=[ \t]|$)`,
  ].join('|'),
  'g',
);

/**
 * The turn head that a line (without indentation) begins with, if it does: `[h:mm:ss[.mmm]]` or `[start --> end]`
 * (hours may be left out), then `**Name:**`, `**Name**:`, `[Name]:` or `Name:`. Without a time only a known name is a
 * speaker; with one any name is, and there may be none. A declared name may hold anything but a colon. What is nearly a
 * head begins a turn, too, so that nothing of it goes to who spoke before; its `fault` says what is wrong with it.
 * What nobody sees in it, as phones and messengers put it there, is not there.
 */
export function readTurnHead(line: string, speakers: Speakers): TurnHead | undefined {
  const start = line.slice(0, LONGEST_HEAD);
  if (!STRAY_SIGN.test(start)) return readSeenHead(line, speakers);
  const { seen, places } = asSeen(start);
  const head = readSeenHead(seen + line.slice(LONGEST_HEAD), speakers);
  if (head === undefined) return undefined;
  const placeOf = (at: number): number => places[at] ?? at - places.length + 1 + start.length;
  const { fault } = head;
  return {
    ...head,
    length: placeOf(head.length),
    ...(fault !== undefined && {
      fault: { ...fault, range: { start: placeOf(fault.range.start), end: placeOf(fault.range.end) } },
    }),
  };
}

/** No head is longer, in UTF-16 code units. */
const LONGEST_HEAD = 200;
const STRAY_SIGN = new RegExp(STRAY);
const WIDE_BLANK = new RegExp(`[${WIDE_BLANKS}]`);

/** A text without what has no width, its blanks of other kinds as blanks, and where each character stood. */
function asSeen(text: string): { readonly seen: string; readonly places: readonly number[] } {
  let seen = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const isBlank = WIDE_BLANK.test(character);
    if (!isBlank && STRAY_SIGN.test(character)) continue;
    seen += isBlank ? ' ' : character;
    places.push(at);
  }
  places.push(text.length);
  // A blank of another kind at the beginning is indentation.
  const indented = seen.length - seen.trimStart().length;
  return { seen: seen.slice(indented), places: places.slice(indented) };
}

function readSeenHead(line: string, speakers: Speakers): TurnHead | undefined {
  const time = TIME.exec(line);
  const timeLength = time?.[0].length ?? 0;
  const blanks = time === null ? 0 : (BLANKS.exec(line.slice(timeLength))?.[0].length ?? 0);
  const nameStart = timeLength + blanks;
  const name = readName(nameStart === 0 ? line : line.slice(nameStart), time !== null, speakers);
  if (time === null && name === undefined) return nearlyHead(line, speakers);
  return {
    length: name === undefined ? timeLength : nameStart + name.length,
    speaker: name?.speaker,
    role: name === undefined ? undefined : speakers.roleOf(name.speaker),
    start: timeOf(time?.[1]),
    end: timeOf(time?.[2]),
  };
}

function timeOf(clock: string | undefined): number | undefined {
  return clock === undefined ? undefined : millisecondsOf(clock);
}

function nearlyHead(line: string, speakers: Speakers): TurnHead | undefined {
  const time = nearlyTimed(line);
  if (time !== undefined) {
    const name = readName(line.slice(time.length), time.isSure, speakers);
    const fault = {
      kind: 'nearly-time',
      range: { start: 0, end: line.slice(0, time.length).trimEnd().length },
      ...(time.meant !== undefined && { meant: time.meant }),
    } as const;
    if (time.isSure || (name !== undefined && speakers.knows(name.speaker)))
      return headOf(name?.speaker, time.length + (name?.length ?? 0), fault, speakers);
  }
  const named = speakers.nearlyNamed(line);
  if (named !== undefined)
    return headOf(named.speaker, named.range.end, { kind: 'nearly-speaker', range: named.range }, speakers);
  const loose = looselyTimed(line, rest => speakers.nearlyNamed(rest));
  if (loose === undefined) return undefined;
  const { speaker, range, meant } = loose;
  const fault =
    meant === undefined
      ? ({ kind: 'nearly-speaker', range } as const)
      : ({ kind: 'nearly-time', range, meant } as const);
  return headOf(speaker, range.end, fault, speakers);
}

function headOf(
  speaker: string | undefined,
  length: number,
  fault: MarkupFault,
  speakers: Speakers,
): TurnHead {
  const role = speaker === undefined ? undefined : speakers.roleOf(speaker);
  return { length, speaker, role, start: undefined, end: undefined, fault };
}

/** Where the heads of other turns stand within a line, behind words: of known names, in bold or behind a time. */
export function headsWithin(line: string, speakers: Speakers): readonly TextRange[] {
  if (!MAY_BE_INNER.test(line)) return [];
  return [...line.matchAll(INNER)].flatMap(match => {
    const name = match[1] ?? match[2] ?? '';
    if (!speakers.knows(unescaped(name))) return [];
    return [{ start: match.index, end: match.index + match[0].length }];
  });
}

/** The time of a turn head that a text begins with, where it does. */
export function timeAtStart(text: string): string | undefined {
  const time = TIME.exec(text)?.[0];
  return time === undefined || /\S/.test(text.charAt(time.length)) ? undefined : time;
}

/** A name at the start of a line; offsets into the line. */
interface NameAtStart {
  readonly speaker: string;
  readonly start: number;
  readonly end: number;
  /** Up to and with the colon (and the `**` behind it). */
  readonly length: number;
}

/** The name that a line begins with as a speaker's would stand there, known or not. */
export function readNameAtStart(line: string): NameAtStart | undefined {
  return nameIn(line, NAMED);
}

function nameIn(line: string, pattern: RegExp): NameAtStart | undefined {
  const match = line.includes(':') ? pattern.exec(line) : null;
  const written = match?.slice(1).find(group => group !== undefined);
  if (match === null || written === undefined) return undefined;
  const start = match[0].indexOf(written);
  return { speaker: unescaped(written), start, end: start + written.length, length: match[0].length };
}

/** Where the name stands in the head of a turn. */
export function speakerRange(text: string, head: TextRange): TextRange | undefined {
  const written = text.slice(head.start, head.end);
  const time = TIME.exec(written)?.[0].length ?? 0;
  const before = time + (BLANKS.exec(written.slice(time))?.[0].length ?? 0);
  const name = readNameAtStart(written.slice(before)) ?? nameIn(written.slice(before), NAMED_AT_WILL);
  const at = head.start + before;
  return name && { start: at + name.start, end: at + name.end };
}

function readName(line: string, hasTime: boolean, speakers: Speakers): NameAtStart | undefined {
  const name = readNameAtStart(line);
  if (name !== undefined && speakers.knows(name.speaker)) return name;
  const declared = nameIn(line, NAMED_AT_WILL);
  if (declared !== undefined && speakers.knows(declared.speaker)) return declared;
  if (name === undefined) return undefined;
  // In `Jam 17:30` and `https://…` the colon ends no name.
  const next = line.charAt(name.length);
  return hasTime && (next === '' || next === ' ' || next === '\t') ? name : undefined;
}

const ESCAPE = /\\([!-/:-@[-`{-~])/g;

/** A text without the backslashes that make signs of Markdown literal. */
export function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(ESCAPE, '$1') : text;
}
