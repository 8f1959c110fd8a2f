import { compareCodePoints } from '../text/codePointOrder';
import { clientKey, commonestSpelling } from './clientKey';

/** The code of the first client where there is none yet. */
const FIRST = 'K-001';
/** A prefix and a number of at most nine digits. */
const CODE = /^(.*?)(\d{1,9})$/s;

/**
 * The next free client code after those of `clients` (as their notes write them): with the prefix that most of them
 * have, a number one above the highest, and as many digits as the longest of them. `K-009`, `K-010` and `C-7` give
 * `K-011`. Clients that do not end in a number do not count.
 */
export function nextClientCode(clients: Iterable<string>): string {
  const byPrefix = new Map<string, Code[]>();
  for (const client of clients) {
    const [, prefix, digits] = CODE.exec(client.trim()) ?? [];
    if (prefix === undefined || digits === undefined) continue;
    const key = clientKey(prefix);
    const alike = byPrefix.get(key);
    if (alike === undefined) byPrefix.set(key, [{ prefix, digits }]);
    else alike.push({ prefix, digits });
  }
  const [, codes] = [...byPrefix].sort(byUse)[0] ?? [];
  return codes === undefined ? FIRST : codeAfter(codes);
}

interface Code {
  readonly prefix: string;
  readonly digits: string;
}

type Use = readonly [key: string, codes: readonly Code[]];

function byUse([keyA, a]: Use, [keyB, b]: Use): number {
  return b.length - a.length || compareCodePoints(keyA, keyB);
}

function codeAfter(codes: readonly Code[]): string {
  const highest = Math.max(...codes.map(({ digits }) => Number(digits)));
  const width = Math.max(...codes.map(({ digits }) => digits.length));
  const prefix = commonestSpelling(codes.map(code => code.prefix));
  return prefix + String(highest + 1).padStart(width, '0');
}
