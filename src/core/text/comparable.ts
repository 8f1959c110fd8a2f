import { onOneLine } from './onOneLine';
import { UNSEEN } from './unseen';

const ASCII = /^[\x20-\x7e]*$/;
const MARKS = /\p{Mn}+/gu;
const INVISIBLE = new RegExp(`[${UNSEEN}]+`, 'g');
const APOSTROPHES = /[\u2018\u2019\u201b\u02bc]/g;
const QUOTES = /[\u201c-\u201f]/g;
const DASHES = /\p{Pd}/gu;

/**
 * The form in which plain texts are compared: compatibility forms (NFKC), case, diacritics, typographic
 * apostrophes, quotes and dashes, invisible characters and repeated blanks folded; trimmed. Idempotent.
 */
export function comparable(text: string): string {
  if (ASCII.test(text)) return onOneLine(text.toLowerCase());
  const folded = foldCase(text.normalize('NFKC'))
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, "'")
    .replace(QUOTES, '"')
    .replace(DASHES, '-')
    .normalize('NFKC');
  return onOneLine(folded);
}

/** What names stand for, by their comparable form; of two that are called alike the first is meant. */
export function firstByName(
  named: readonly (readonly [name: string, meant: string])[],
): ReadonlyMap<string, string> {
  // Of two entries with one key a map keeps the last.
  return new Map(named.map(([name, meant]) => [comparable(name), meant] as const).reverse());
}

/** A text in lower case, by way of upper case, in which letters with several lower-case forms (ß and ss, σ and ς) meet. */
export function foldCase(text: string): string {
  // Lower case before that, because the capital ẞ is its own upper case.
  return text.toLowerCase().toUpperCase().toLowerCase();
}
