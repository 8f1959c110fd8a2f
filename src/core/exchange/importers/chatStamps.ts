import { message } from '../../message';
import { BEFORE_TIME, TIME_OF_DAY } from '../../note/timeOfDay';
import type { Claim } from './importedTranscript';
import type { PlainLine } from './plainLine';
import type { ReadLine } from './plainLines';
import { couldBeName, labelledLine, tidyName } from './speakerLabel';

const DATE = String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{1,4}`;
const CLOCK = String.raw`${TIME_OF_DAY}(?:\s?[ap]\.?m\.?)?`;
const WHEN = String.raw`(?:${DATE}(?:T|,?\s+(?:${BEFORE_TIME}\s+)?)${CLOCK}|${CLOCK},\s+${DATE})`;
/** `12/03/24 09.15 - `, `[12/03/24 09.15.33] `, `[09.15, 12/3/2024] `, `2024-03-12 09:15:33 `. */
const AHEAD = new RegExp(String.raw`^(?:\[${WHEN}\]|${WHEN})(?:\s+[-–—])?\s+(?=\S)`, 'i');
/** `Name, [12.03.2024 09:15]` above the words. */
const BEHIND = new RegExp(String.raw`^(\S.{0,79}?),\s*(\[${WHEN}\])$`, 'i');

/** A line that says when a message was sent. */
interface Stamped {
  readonly stamp: string;
  /** The line without it. */
  readonly rest: string;
  readonly isBehind: boolean;
  /** Who sent the message; undefined where the program says something. */
  readonly name: string | undefined;
  readonly words: string;
}

/**
 * The lines of what a chat program exports: each message has the day and the time of day and who sent it, and goes on
 * until the next one, whatever stands in it. These are no times of a recording, and are told. A message of nobody is the
 * program's own. Other lines are as they were.
 */
export function withoutStamps(lines: readonly ReadLine[]): readonly ReadLine[] {
  const stamped = lines.map(({ text }) => stampedLine(text));
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

function stampedLine(line: string): Stamped | undefined {
  if (!/\d[.:]\d/.test(line)) return undefined;
  const stamp = AHEAD.exec(line)?.[0];
  if (stamp !== undefined) {
    const rest = line.slice(stamp.length);
    const label = senderOf(rest);
    return {
      stamp: stamp.trim(),
      rest,
      isBehind: false,
      name: label?.name,
      words: label?.words ?? '',
    };
  }
  const [, before, behind] = BEHIND.exec(line) ?? [];
  const name = tidyName(before);
  if (behind === undefined || !couldBeName(name)) return undefined;
  return { stamp: behind, rest: line.slice(0, -behind.length), isBehind: true, name, words: '' };
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
