import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Turn } from './transcript';

/** How many turns are hashed together, so that a change in one costs little in a long transcript. */
const GROUP = 256;
/** Of one hash. */
const BYTES = 32;
const PREFIX = 'sha256-';
const BLANKS = /\s+/g;

/** The hash of what each turn says, once it is known. */
const known = new WeakMap<Pick<Turn, 'words'>, Uint8Array>();

/**
 * The hash of what is said in a transcript, as an import keeps it in the `words:` field: `sha256-` and 64 hexadecimal
 * digits. SHA-256 (FIPS 180-4) of the hashes of groups of 256 turns, each of those of the hashes of the turns' words
 * in UTF-8, repeated blanks folded. Speakers, times, codes, memos and headings are no words.
 */
export function wordsHash({ turns }: { readonly turns: Iterable<Pick<Turn, 'words'>> }): string {
  const groups: Uint8Array[] = [];
  let group: Uint8Array[] = [];
  for (const turn of turns) {
    group.push(turnHash(turn));
    if (group.length < GROUP) continue;
    groups.push(hashOf(group));
    group = [];
  }
  if (group.length > 0) groups.push(hashOf(group));
  return PREFIX + bytesToHex(hashOf(groups));
}

/** Hashes what turns say ahead of time, so that `wordsHash` need not. */
export function hashTurns(turns: readonly Pick<Turn, 'words'>[]): void {
  for (const turn of turns) turnHash(turn);
}

function turnHash(turn: Pick<Turn, 'words'>): Uint8Array {
  const hash = known.get(turn) ?? sha256(utf8ToBytes(turn.words.replace(BLANKS, ' ').trim()));
  known.set(turn, hash);
  return hash;
}

function hashOf(hashes: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * BYTES);
  for (const [index, hash] of hashes.entries()) bytes.set(hash, index * BYTES);
  return sha256(bytes);
}
