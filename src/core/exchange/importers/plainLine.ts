import { readTimestamp } from '../../transcript/timestamps';
import { labelledLine } from './speakerLabel';

/** What a line of a plain-text transcript begins with. */
export interface PlainLine {
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** What stands where the name of a speaker would. */
  readonly name: string | undefined;
  /** The words behind the name. */
  readonly words: string;
  /** The words of the line where the name is no speaker's. */
  readonly unnamed: string;
  /**
   * What begins here: a turn, by the form of the line alone; a turn whose speaker is known only if the name is one's;
   * a turn only if it is; or times alone, with the name on the line below.
   */
  readonly begins: 'turn' | 'timed' | 'if named' | 'times';
}

const TIME = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,7})?`;
const NAME = String.raw`[^\s:\[\](){}|\d][^:\[\](){}|]{0,59}?`;
/** `0:0:0.0 --> 0:0:4.8` on a line of its own, as older exports of Teams have it. */
const TIMES_ALONE = /^(\d{1,2}:\d{1,2}:\d{1,2}[.,]\d+)\s*-->\s*(\d{1,2}:\d{1,2}:\d{1,2}[.,]\d+)$/;
/** A speaker and a time and nothing else: `Name  0:05`, `[Name] 10:21:15`, `Name (0:05)`, `Name | 0:05`. */
const HEADS: readonly RegExp[] = [
  new RegExp(String.raw`^(${NAME})(?:\s{2,}|\t)(${TIME})$`),
  new RegExp(String.raw`^\[([^\[\]:]{1,60})\]\s+(${TIME})$`),
  new RegExp(String.raw`^(${NAME})\s*[(\[](${TIME})[)\]]\s*:?$`),
  new RegExp(String.raw`^(${NAME})\s+\|\s+(${TIME})$`),
];
/** The same with one blank, as a sentence may end, too. */
const UNSURE_HEAD = new RegExp(String.raw`^(${NAME})\s(${TIME})$`);
/** `Name (0:05): words`. */
const NAME_TIME_WORDS = new RegExp(String.raw`^(${NAME})\s*[(\[](${TIME})[)\]]\s*:\s*(.+)$`);
/** The chat of Zoom: `0:05 From Name to Everyone: words`. */
const CHAT = new RegExp(String.raw`^(${TIME})\s+From\s+(${NAME})\s+to\s+[^:]+:\s*(.*)$`, 'i');
/** One or two times before the words: `[0:05]`, `(0:05)`, `[0:05 --> 0:07]`. */
const TIME_FIRST = new RegExp(
  String.raw`^(?:\[(${TIME})(?:\s*(?:-->|-|–)\s*(${TIME}))?\]|\((${TIME})\))\s*(?:-\s+)?(.*)$`,
);
const BARE_TIME_FIRST = new RegExp(String.raw`^(${TIME})(?:\s*-->\s*(${TIME}))?\s+(?:-\s+)?(.*)$`);

/** Reads a line that is neither blank nor begins or ends with a blank. */
export function plainLine(line: string): PlainLine {
  return timesAlone(line) ?? headLine(line) ?? timedLine(line) ?? untimed(line);
}

function timesAlone(line: string): PlainLine | undefined {
  const match = TIMES_ALONE.exec(line);
  if (match === null) return undefined;
  const times = { start: timeOf(match[1]), end: timeOf(match[2]) };
  return { ...times, name: undefined, words: '', unnamed: '', begins: 'times' };
}

function headLine(line: string): PlainLine | undefined {
  for (const head of [...HEADS, NAME_TIME_WORDS]) {
    const match = head.exec(line);
    const start = timeOf(match?.[2]);
    if (match !== null && start !== undefined) return turn(start, match[1], match[3]);
  }
  const chat = CHAT.exec(line);
  const start = timeOf(chat?.[1]);
  return chat === null || start === undefined ? undefined : turn(start, chat[2], chat[3]);
}

function turn(start: number, name: string | undefined, words: string | undefined): PlainLine {
  return { start, end: undefined, name: tidy(name), words: words ?? '', unnamed: '', begins: 'turn' };
}

function timedLine(line: string): PlainLine | undefined {
  const bracketed = TIME_FIRST.exec(line);
  const start = timeOf(bracketed?.[1] ?? bracketed?.[3]);
  if (bracketed !== null && start !== undefined) {
    const words = bracketed[4] ?? '';
    return { start, end: timeOf(bracketed[2]), ...labelled(words), unnamed: words, begins: 'timed' };
  }
  const bare = BARE_TIME_FIRST.exec(line);
  const label = labelledLine(bare?.[3] ?? '');
  const at = timeOf(bare?.[1]);
  if (bare === null || label === undefined || at === undefined) return undefined;
  return { start: at, end: timeOf(bare[2]), ...label, unnamed: line, begins: 'if named' };
}

function untimed(line: string): PlainLine {
  const head = UNSURE_HEAD.exec(line);
  const start = timeOf(head?.[2]);
  const label = start === undefined ? labelled(line) : { name: tidy(head?.[1]), words: '' };
  return { start, end: undefined, ...label, unnamed: line, begins: 'if named' };
}

function labelled(line: string): Pick<PlainLine, 'name' | 'words'> {
  return labelledLine(line) ?? { name: undefined, words: line };
}

function timeOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : readTimestamp(text);
}

function tidy(name: string | undefined): string {
  return (name ?? '').replace(/\s+/g, ' ').trim();
}
