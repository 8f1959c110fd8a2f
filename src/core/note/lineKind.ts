import { isBlankUnit } from './bodyLines';

/**
 * What the words of a line may begin: `bracket` may begin a link reference definition; `other` is whatever else than words
 * may begin there, an item without words among it.
 */
export type LineKind = 'words' | 'bracket' | 'heading' | 'comment' | 'bullet' | 'number' | 'other';

const HASH = 0x23;
const STAR = 0x2a;
const PLUS = 0x2b;
const DASH = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const BRACKET = 0x5b;
const UNDERSCORE = 0x5f;
const BACKTICK = 0x60;
const TILDE = 0x7e;
const PARENTHESIS = 0x29;
const MOST_HASHES = 6;
const MOST_DIGITS = 9;

/** What a line may begin whose first unit that is no blank is at `at`, and which ends at `end`. */
export function lineKind(text: string, at: number, end: number): LineKind {
  const unit = text.charCodeAt(at);
  switch (unit) {
    case HASH:
      return isBlankOrEnd(text, behindHashes(text, at), end) ? 'heading' : 'words';
    case STAR:
    case PLUS:
    case DASH:
      return kindOfBullet(text, at, end);
    case LESS:
      return text.startsWith('<!--', at) ? 'comment' : 'other';
    case EQUALS:
    case GREATER:
      return 'other';
    case BRACKET:
      return 'bracket';
    case UNDERSCORE:
      return text.charCodeAt(at + 1) === UNDERSCORE || isBlankOrEnd(text, at + 1, end) ? 'other' : 'words';
    case BACKTICK:
      return text.startsWith('```', at) ? 'other' : 'words';
    case TILDE:
      return text.startsWith('~~~', at) ? 'other' : 'words';
    default:
      return isDigit(unit) ? kindOfNumber(text, at, end) : 'words';
  }
}

/** Emphasis and words with a hyphen before them are words; a rule, or the line below a heading, is not. */
function kindOfBullet(text: string, at: number, end: number): LineKind {
  if (at + 1 >= end) return 'other';
  const unit = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (isBlankUnit(next)) return 'bullet';
  if (next !== unit) return 'words';
  const isStrong = unit === STAR && !isBlankOrEnd(text, at + 2, end) && text.charCodeAt(at + 2) !== STAR;
  return isStrong ? 'words' : 'other';
}

function kindOfNumber(text: string, at: number, end: number): LineKind {
  const behind = behindDigits(text, at);
  const delimiter = text.charCodeAt(behind);
  if (behind - at > MOST_DIGITS || (delimiter !== DOT && delimiter !== PARENTHESIS)) return 'words';
  if (behind + 1 >= end) return 'other';
  return isBlankUnit(text.charCodeAt(behind + 1)) ? 'number' : 'words';
}

/** Where the digits that begin at `at` end. */
export function behindDigits(text: string, at: number): number {
  let behind = at;
  while (isDigit(text.charCodeAt(behind))) behind++;
  return behind;
}

/** Where the hashes that begin at `at` end; one more than six of them are not counted. */
export function behindHashes(text: string, at: number): number {
  let behind = at;
  while (behind - at < MOST_HASHES && text.charCodeAt(behind) === HASH) behind++;
  return behind;
}

function isBlankOrEnd(text: string, at: number, end: number): boolean {
  return at >= end || isBlankUnit(text.charCodeAt(at));
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}
