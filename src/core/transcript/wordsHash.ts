import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Transcript, Turn } from './transcript';

/** How many turns are hashed together, so that a change in one costs little in a long transcript. */
const GROUP = 256;
const PREFIX = 'sha256-';
const BLANKS = /\s+/g;

/** The hash of what each turn says, once it is known. */
const known = new WeakMap<Pick<Turn, 'words'>, Uint8Array>();

/**
 * The hash of what is said in a transcript, as an import keeps it in the `words:` field: `sha256-` and 64 hexadecimal
 * digits. SHA-256 (FIPS 180-4) of the hashes of groups of 256 turns, each of those of the hashes of the turns' words
 * in UTF-8, repeated blanks folded. Speakers, times, codes, memos and headings are no words.
 */
export function wordsHash({ turns }: Pick<Transcript, 'turns'>): string {
  const groups: Uint8Array[] = [];
  for (let start = 0; start < turns.length; start += GROUP) {
    groups.push(hashOf(turns.slice(start, start + GROUP).map(turnHash)));
  }
  return PREFIX + bytesToHex(hashOf(groups));
}

function turnHash(turn: Pick<Turn, 'words'>): Uint8Array {
  const hash = known.get(turn) ?? sha256(utf8ToBytes(turn.words.replace(BLANKS, ' ').trim()));
  known.set(turn, hash);
  return hash;
}

function hashOf(parts: readonly Uint8Array[]): Uint8Array {
  const hash = sha256.create();
  for (const part of parts) hash.update(part);
  return hash.digest();
}
