import { compareCodePoints } from '../text/codePointOrder';
import { foldCase } from '../text/comparable';
import { onOneLine } from '../text/onOneLine';
import { UNSEEN } from '../text/unseen';

/** The key of the case of all notes that name no client. */
export const noClient = '';

/** ASCII without blanks, as most codes are: of it little is to be folded. */
const PLAIN = /^[!-~]*$/;

const INVISIBLE = new RegExp(`[${UNSEEN}]+`, 'g');
/** Dashes and minus signs, which phones and word processors write for a hyphen. */
const DASHES = /[\u2010-\u2015\u2212]/g;

/** What people write, or do not, between the letters of a code and its number: `K106`, `K 106`, `K.106`. */
const BEFORE_NUMBER = /(?<=\p{L})[ ._/-]{0,3}(?=\d)/gu;

/**
 * The form in which clients are compared: as {@link spellingKey} has it, with a hyphen between letters and a number behind
 * them, so that `k106` and `K-106` are one. Idempotent. Counselors are compared in the same way.
 */
export function clientKey(client: string): string {
  return spellingKey(client).replace(BEFORE_NUMBER, '-');
}

/**
 * A name without what tells no two apart: NFKC, case folded, repeated blanks collapsed, trimmed, without what no one sees,
 * and with one sign for all dashes. Idempotent. What is made of it and kept by other programs stays what it is.
 */
export function spellingKey(client: string): string {
  if (PLAIN.test(client)) return client.toLowerCase();
  const folded = foldCase(client.replace(INVISIBLE, '').normalize('NFKC')).normalize('NFKC');
  return onOneLine(folded.replace(DASHES, '-'));
}

/** The keys of the cases that a note of these clients belongs to: at least one, none twice. */
export function caseKeys(clients: readonly string[]): readonly string[] {
  const keys = new Set(clients.map(clientKey));
  keys.delete(noClient);
  return keys.size === 0 ? [noClient] : [...keys];
}

/**
 * Whether a mention with this `client::` concerns the case with the key `key`, in a note that belongs to the cases with
 * these `keys`. In a note of several clients one with `client::` concerns that client alone; a `client::` that names none of them says nothing,
 * so that no goal is lost by a slip.
 */
export function concernsCase(key: string, keys: readonly string[], client: string | undefined): boolean {
  if (keys.length < 2 || client === undefined) return true;
  const named = clientKey(client);
  return named === key || !keys.includes(named);
}

/** The commonest of `spellings`; of equally common ones the first by code point. Empty when there is none. */
export function commonestSpelling(spellings: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const spelling of spellings) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  let best = '';
  let most = 0;
  for (const [spelling, count] of counts) {
    if (count < most || (count === most && compareCodePoints(spelling, best) > 0)) continue;
    best = spelling;
    most = count;
  }
  return best;
}
