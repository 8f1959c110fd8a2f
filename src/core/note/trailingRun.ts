import { type GoalFieldId, goalFieldOf } from './goalFieldKeys';
import { saysDay } from './timeWords';

const ID = /^\^([\p{L}\p{N}-]+)$/u;
const TAG = /^#([\p{L}\p{N}_/-]*[\p{L}_][\p{L}\p{N}_/-]*)$/u;
const COMMENT_OPEN = '<!--';
const COMMENT_CLOSE = '-->';

interface Placed {
  /** Offsets into the text that was read. */
  readonly start: number;
  readonly end: number;
}

/** A `[key:: value]` or `(key:: value)`, or a due date behind its sign: `📅 2026-03-19`. */
export interface FieldPiece extends Placed {
  readonly kind: 'field';
  readonly key: string;
  /** What the key means; undefined for one of the user's own. */
  readonly field: GoalFieldId | undefined;
  readonly value: string;
  readonly valueStart: number;
}

/** An `^id`, a `#tag` or a field. */
export type RunPiece =
  | (Placed & { readonly kind: 'id'; readonly id: string })
  | (Placed & { readonly kind: 'tag'; readonly tag: string })
  | FieldPiece;

interface TrailingRun {
  /** Where the words before the run begin: behind emphasis that takes in the run. */
  readonly wordsStart: number;
  /** Where they end. */
  readonly wordsEnd: number;
  /** In the order of the text. */
  readonly pieces: readonly RunPiece[];
}

/** What may stand behind a piece and means nothing there. Brackets are of fields and links. */
const PUNCTUATION: ReadonlySet<string> = new Set('.,;:!?…)}"\'’”»*_~`|·–—-');
/** What may part words from the run; a hyphen does behind a blank. */
const PARTING: ReadonlySet<string> = new Set(',;:|–—');
/** Brackets and emphasis that may take in the run alone. */
const OPENING: ReadonlySet<string> = new Set('([{"\'“‘«*_~`-');
const EMPHASIS = /^(?:\*{1,3}|_{1,3}|~~|`+)/;

/**
 * The run of `^id`, `[key:: value]`, `(key:: value)`, `📅 date` and `#tag` at the end of a goal's one-line text, in any
 * order. It is not read beyond `from`, an offset into `text`. Comments, the dates on which Tasks ticks and punctuation in
 * the run or behind it are passed over.
 */
export function readTrailingRun(text: string, from: number): TrailingRun {
  const pieces: RunPiece[] = [];
  const hasSigns = SIGNS.test(text);
  let closers = '';
  let end = withoutBlanks(text, from, text.length);
  for (;;) {
    const bare = withoutPunctuation(text, from, end);
    const found =
      stepAt(text, from, end, hasSigns) ?? (bare < end ? stepAt(text, from, bare, hasSigns) : undefined);
    if (found === undefined) break;
    closers += text.slice(found.end, end);
    if (found.piece !== undefined) pieces.push(found.piece);
    end = withoutBlanks(text, from, found.start);
  }
  if (pieces.length === 0) return { wordsStart: from, wordsEnd: end, pieces };
  const kept = text.slice(from, withoutParting(text, from, end));
  const opening = EMPHASIS.exec(kept)?.[0] ?? '';
  const isOpen = opening !== '' && closers.includes(opening) && !kept.includes(opening, opening.length);
  return {
    wordsStart: from + (isOpen ? opening.length : 0),
    wordsEnd: from + kept.length,
    pieces: pieces.reverse(),
  };
}

/** The fields in a stretch of a goal's text that mean something, wherever they stand in it; in the order of the text. */
export function readKnownFields(text: string, from: number, to: number): readonly FieldPiece[] {
  if (!text.includes('::') && !text.includes(SIGN_UNIT)) return none;
  const words = text.slice(from, to);
  const found: FieldPiece[] = [];
  if (words.includes('::')) {
    for (const match of words.matchAll(FIELD_WITHIN)) {
      const piece = fieldPiece(match[0], from + match.index);
      if (piece?.field !== undefined) found.push(piece);
    }
  }
  if (words.includes(SIGN_UNIT)) {
    for (const match of words.matchAll(DATED_SIGN)) found.push(signPiece(match[0], from + match.index));
  }
  return found.sort((a, b) => a.start - b.start);
}

const none: readonly never[] = [];

interface Step extends Placed {
  /** Undefined for what is passed over. */
  readonly piece: RunPiece | undefined;
}

function stepAt(text: string, from: number, end: number, hasSigns: boolean): Step | undefined {
  if (end <= from) return undefined;
  const comment = commentStart(text, from, end);
  if (comment !== undefined) return { start: comment, end, piece: undefined };
  const piece = pieceAt(text, from, end) ?? (hasSigns ? signAt(text, from, end) : undefined);
  if (piece !== undefined) return { start: piece.start, end, piece };
  const tick = hasSigns ? TICK_DATE.exec(text.slice(Math.max(from, end - LONGEST_TICK), end)) : null;
  return tick === null ? undefined : { start: end - tick[0].length, end, piece: undefined };
}

function withoutBlanks(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isBlankAt(text, at - 1)) at--;
  return at;
}

function withoutPunctuation(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && (PUNCTUATION.has(text.charAt(at - 1)) || isBlankAt(text, at - 1))) at--;
  return at;
}

function withoutParting(text: string, from: number, end: number): number {
  let at = end;
  for (;;) {
    let before = at;
    while (before > from && (PARTING.has(text.charAt(before - 1)) || isBlankAt(text, before - 1))) before--;
    let opening = before;
    while (opening > from && OPENING.has(text.charAt(opening - 1))) opening--;
    if (opening < before && (opening === from || isBlankAt(text, opening - 1))) before = opening;
    if (before === at) return at;
    at = before;
  }
}

function isBlankAt(text: string, at: number): boolean {
  const unit = text.charAt(at);
  return unit === ' ' || unit === '\t' || unit === '\u00a0' || unit === '\u202f';
}

function commentStart(text: string, from: number, end: number): number | undefined {
  if (!text.endsWith(COMMENT_CLOSE, end)) return undefined;
  const start = text.lastIndexOf(COMMENT_OPEN, end - COMMENT_CLOSE.length);
  const closes = text.indexOf(COMMENT_CLOSE, start + 2) === end - COMMENT_CLOSE.length;
  return start >= from && closes ? start : undefined;
}

function pieceAt(text: string, from: number, end: number): RunPiece | undefined {
  const last = text.charAt(end - 1);
  if (last === ']') return fieldAt(text, from, end, '[');
  return last === ')' ? fieldAt(text, from, end, '(') : wordAt(text, from, end);
}

const FIELD = /^[[(]([^[\]():]+)::([^[\]()]*)[\])]$/;
const BRACKETED = /^\[([^[\]:]+)::([^[\]]*)\]$/;
/** A field in the middle of words; a wiki link is none. */
const FIELD_WITHIN = /(?<!\[)\[[^[\]:\n]{1,40}::[^[\]\n]*\]|\([^[\]():\n]{1,40}::[^[\]()\n]*\)/g;

function fieldAt(text: string, from: number, end: number, opening: '[' | '('): FieldPiece | undefined {
  // Only what the value cannot hold ends the search, so that it is never long for nothing.
  const others = opening === '[' ? '[]' : '[]()';
  let start = end - 2;
  while (start >= from && !others.includes(text.charAt(start))) start--;
  if (start < from || text.charAt(start) !== opening) return undefined;
  const source = text.slice(start, end);
  return fieldPiece(source, start) ?? oneColonPiece(source, start);
}

/** Brackets with one colon; what is meant as a due date is no words. */
const ONE_COLON =
  /^([[(][ \t]*)([\p{L} ]{2,20}?)([ \t]*:[ \t]*)((?:[^[\]():]|(?<=\d):(?=\d)){1,60}?)[ \t]*[\])]$/u;

/** `[due: 2026-03-19]`: a field that is not read, and yet none of the words. */
function oneColonPiece(source: string, start: number): FieldPiece | undefined {
  const [, opening = '', key = '', colon = '', value = ''] = ONE_COLON.exec(source) ?? [];
  if (goalFieldOf(key) !== 'due' || !saysDay(value, undefined)) return undefined;
  const valueStart = start + opening.length + key.length + colon.length;
  return { kind: 'field', key, field: undefined, value, start, end: start + source.length, valueStart };
}

function fieldPiece(source: string, start: number): FieldPiece | undefined {
  const [, key, raw] = (source.startsWith('[') ? BRACKETED : FIELD).exec(source) ?? [];
  if (key === undefined || raw === undefined) return undefined;
  const value = raw.trim();
  const end = start + source.length;
  const valueStart = end - 1 - raw.length + (value === '' ? 0 : raw.indexOf(value));
  return { kind: 'field', key: key.trim(), field: goalFieldOf(key.trim()), value, start, end, valueStart };
}

/** What Tasks puts before a due date, and what it puts before those that are nothing to a goal. */
const SIGN_UNIT = '\ud83d';
const DUE_SIGN = String.raw`(?:📅|📆|🗓)\ufe0f?`;
const DATE = String.raw`\s*(?:\d{4}[-/.\u2010-\u2015]\d{1,2}[-/.\u2010-\u2015]\d{1,2}|\d{1,2}[-/. ][\p{L}\d]{1,12}[-/. ]\d{4})`;
const DATED_SIGN = new RegExp(DUE_SIGN + DATE, 'gu');
/** Nothing but a date behind it, or words that hold none. */
const SIGN_AT_END = new RegExp(
  `${DUE_SIGN}(?:${DATE}|(?!${DATE})[\\p{L}\\p{N}',./ \\u2010-\\u2015-]{0,40})$`,
  'u',
);
const LONGEST_SIGN = 50;
const SIGNS = /[\ud83d✅❌➕⏳]/;
const TICK_DATE = /(?:✅|❌|➕|⏳|🛫)\ufe0f?\s*\d{4}-\d{2}-\d{2}$/u;
const LONGEST_TICK = 20;

function signAt(text: string, from: number, end: number): FieldPiece | undefined {
  const tail = text.slice(Math.max(from, end - LONGEST_SIGN), end);
  const match = SIGN_AT_END.exec(tail);
  return match === null ? undefined : signPiece(match[0], end - match[0].length);
}

const LEADING_SIGN = new RegExp(`^${DUE_SIGN}\\s*`, 'u');

function signPiece(source: string, start: number): FieldPiece {
  const valueStart = start + (LEADING_SIGN.exec(source)?.[0].length ?? 0);
  const end = start + source.length;
  return {
    kind: 'field',
    key: 'due',
    field: 'due',
    value: source.slice(valueStart - start),
    start,
    end,
    valueStart,
  };
}

const OPENERS = /^["'“‘(*_~`]+/;

function wordAt(text: string, from: number, end: number): RunPiece | undefined {
  let start = end;
  while (start > from && !isBlankAt(text, start - 1)) start--;
  const written = text.slice(start, end);
  const openers = OPENERS.exec(written)?.[0].length ?? 0;
  const word = written.slice(openers);
  const id = ID.exec(word)?.[1];
  if (id !== undefined) return { kind: 'id', id, start: start + openers, end };
  const tag = TAG.exec(word)?.[1];
  return tag === undefined ? undefined : { kind: 'tag', tag, start: start + openers, end };
}
