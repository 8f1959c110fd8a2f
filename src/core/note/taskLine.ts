import { STRAY } from '../text/unseen';
import { isPlainMarker, isTaskMarker } from './markers';

/** A line that begins with a task box, however it is written. Offsets are those of the line. */
export interface TaskLine {
  /** The code point that tells the status; a blank for an empty box, `☑` for that sign. */
  readonly marker: string;
  /** What stands for the marker; empty between brackets that hold nothing. */
  readonly markerStart: number;
  readonly markerEnd: number;
  /** Whether the box is a sign, such as `☐`, and no pair of brackets. */
  readonly isSign: boolean;
  /** Whether it is as Markdown has it. */
  readonly isProper: boolean;
  readonly boxStart: number;
  readonly boxEnd: number;
  /** Where the words begin; at the end of a line without words. */
  readonly wordsStart: number;
}

/** What parts a box from the words: the blanks of Markdown, and those that keep words on one line. */
const BLANK = String.raw`[ \t\u00a0\u2007\u202f\u3000]`;

/** `[`, one code point, `]` and a blank: as a task item is meant to begin. */
const PROPER = new RegExp(String.raw`^\[([^\s]| )\](?=${BLANK}|$)${BLANK}*`, 'u');
/** Brackets with nothing, a few blanks or a code point among them; no link, reference or definition of one. */
const LOOSE = new RegExp(String.raw`^\[(${BLANK}{0,8})([^\s\]]?)${BLANK}{0,8}\](?![([:*_])`, 'u');
/** Signs for boxes: of Unicode, and of the symbol fonts of word processors. */
const SIGN = /^([☐☑☒□▢◻⬜❏❐❑❒🗹🗷\uf0a8\uf06f\uf0fe\uf0fd])\ufe0f?/u;
const EMPTY_SIGNS: ReadonlySet<string> = new Set('☐□▢◻⬜❏❐❑❒\uf0a8\uf06f');

/** What parts a box from its words. */
const BLANKS = new RegExp(`^(?:${BLANK}|${STRAY})*`);
const LEADING_STRAY = new RegExp(`^${STRAY}+`);

/** The marks of items that word processors and people write where Markdown has others, for a class of characters. */
export const LIST_SIGNS = String.raw`•‣⁃◦▪▫●○■∙→➔➢➤►▶▸✦★\uf0b7\uf0a7`;

/**
 * The marks of items: those of Markdown, and those that word processors and people write in their place, letters and
 * roman numerals among them.
 */
const BULLET = new RegExp(
  String.raw`^(?:[-*+·–—${LIST_SIGNS}]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})(?:\.\)?|\)))(?:${BLANK}|${STRAY})*`,
  'iu',
);

/** The box that the text behind a list marker begins with. */
export function readItemBox(text: string): TaskLine | undefined {
  if (!mayBeginBox(text.charCodeAt(0))) return undefined;
  const stray = strayAt(text);
  if (stray === 0) return properBox(text) ?? looseBox(text, 0, isTaskMarker) ?? signBox(text, 0);
  const rest = text.slice(stray);
  const box = looseBox(rest, stray, isTaskMarker) ?? signBox(rest, stray);
  return box && { ...box, boxStart: 0 };
}

/**
 * The box that a line of a paragraph begins with, behind a mark of an item that is none to Markdown, or without one.
 * Only what says a status is a box there.
 */
export function readParagraphBox(line: string): TaskLine | undefined {
  if (!mayBeginLine(line)) return undefined;
  const stray = strayAt(line);
  const bullet = stray + (BULLET.exec(line.slice(stray))?.[0].length ?? 0);
  const rest = line.slice(bullet);
  const box = looseBox(rest, bullet, isPlainMarker) ?? signBox(rest, bullet);
  if (box === undefined || bullet > stray || box.isSign || box.marker === ' ') return box;
  // Without a mark of an item and a blank behind the box, `[x]yz` may be anything.
  return box.wordsStart > box.boxEnd ? box : undefined;
}

const MARK_OF_ITEM = new RegExp(`[·–—${LIST_SIGNS}]`, 'u');

/** Where a line goes on behind a mark of an item that is none to Markdown; 0 where it begins without one. */
export function markOfItem(line: string): number {
  return MARK_OF_ITEM.test(line.charAt(0)) ? (BULLET.exec(line)?.[0].length ?? 0) : 0;
}

function properBox(text: string): TaskLine | undefined {
  const [opening, marker] = PROPER.exec(text) ?? [];
  if (opening === undefined || marker === undefined || !isTaskMarker(marker)) return undefined;
  const markerEnd = 1 + marker.length;
  return {
    marker,
    markerStart: 1,
    markerEnd,
    isSign: false,
    isProper: true,
    boxStart: 0,
    boxEnd: markerEnd + 1,
    wordsStart: opening.length,
  };
}

/** `start` is where `rest` begins in its line. Before a blank, what `isMarker` takes is a marker, else what says a status. */
function looseBox(rest: string, start: number, isMarker: (sign: string) => boolean): TaskLine | undefined {
  const [box, lead = '', sign = ''] = LOOSE.exec(rest) ?? [];
  if (box === undefined) return undefined;
  const blanks = blanksAt(rest, box.length);
  const takes = blanks > 0 ? isMarker : isTightMarker;
  if (sign !== '' && !takes(sign)) return undefined;
  const boxEnd = start + box.length;
  const markerStart = start + 1 + (sign === '' ? 0 : lead.length);
  return {
    marker: sign === '' ? ' ' : sign,
    markerStart,
    markerEnd: sign === '' ? boxEnd - 1 : markerStart + sign.length,
    isSign: false,
    isProper: false,
    boxStart: start,
    boxEnd,
    wordsStart: boxEnd + blanks,
  };
}

/** `[v]isit` is a word. */
function isTightMarker(sign: string): boolean {
  return isPlainMarker(sign) && sign.toLowerCase() !== 'v';
}

function signBox(rest: string, start: number): TaskLine | undefined {
  const [opening, sign = ''] = SIGN.exec(rest) ?? [];
  if (opening === undefined) return undefined;
  const boxEnd = start + opening.length;
  return {
    marker: EMPTY_SIGNS.has(sign) ? ' ' : sign,
    markerStart: start,
    markerEnd: boxEnd,
    isSign: true,
    isProper: false,
    boxStart: start,
    boxEnd,
    wordsStart: boxEnd + blanksAt(rest, opening.length),
  };
}

function blanksAt(text: string, at: number): number {
  return BLANKS.exec(text.slice(at))?.[0].length ?? 0;
}

const BRACKET = 0x5b;
const LAST_ASCII = 0x7f;

/** Cheap, since it is asked of every item. */
function mayBeginBox(unit: number): boolean {
  return unit === BRACKET || unit > LAST_ASCII;
}

function strayAt(text: string): number {
  return text.charCodeAt(0) > LAST_ASCII ? (LEADING_STRAY.exec(text)?.[0].length ?? 0) : 0;
}

const LONGEST_NUMERAL = 5;

/** Cheap, since it is asked of every line of a paragraph: a bracket, a mark, a numeral, or what is no ASCII. */
function mayBeginLine(line: string): boolean {
  const unit = line.charCodeAt(0);
  if (mayBeginBox(unit) || (unit >= 0x2a && unit <= 0x2d) || (unit >= 0x30 && unit <= 0x39)) return true;
  if (unit === OPENING) return line.includes(')', 2);
  // Few lines begin with a short word and a mark behind it.
  for (let at = 1; at <= LONGEST_NUMERAL && isLetter(line.charCodeAt(at - 1)); at++) {
    const behind = line.charCodeAt(at);
    if (behind === CLOSING || behind === FULL_STOP) return true;
  }
  return false;
}

const OPENING = 0x28;
const CLOSING = 0x29;
const FULL_STOP = 0x2e;

function isLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
