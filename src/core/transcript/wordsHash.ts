import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Turn } from './transcript';

/** How many turns are hashed together, so that a change in one costs little in a long transcript. */
const GROUP = 256;
/** Of one hash. */
const BYTES = 32;
const PREFIX = 'sha256-';
const BLANKS = /\s+/g;

type Words = Pick<Turn, 'words'>;

/** A group of turns and the hash of what they say. */
interface HashedGroup {
  readonly turns: readonly Words[];
  readonly hash: Uint8Array;
}

/** The groups whose hash is known, by their first turns. */
const known = new WeakMap<Words, HashedGroup>();

/**
 * The hash of what is said in a transcript, as an import keeps it in the `words:` field: `sha256-` and 64 hexadecimal
 * digits. SHA-256 (FIPS 180-4) of the hashes of groups of 256 turns, each of those of the hashes of the turns' words
 * in UTF-8, repeated blanks folded. Speakers, times, codes, memos and headings are no words.
 */
export function wordsHash({ turns }: { readonly turns: Iterable<Words> }): string {
  const steps = readWordsHash(turns);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, a group at each step. What was hashed once, by the same objects, is not hashed again. */
export function* readWordsHash(turns: Iterable<Words>): Generator<void, string, undefined> {
  const hashes: Uint8Array[] = [];
  let group: Words[] = [];
  for (const turn of turns) {
    group.push(turn);
    if (group.length < GROUP) continue;
    hashes.push(groupHash(group));
    group = [];
    yield;
  }
  if (group.length > 0) hashes.push(groupHash(group));
  return PREFIX + bytesToHex(hashOf(hashes));
}

function groupHash(turns: readonly Words[]): Uint8Array {
  const [first] = turns;
  const before = first && known.get(first);
  if (before?.turns.length === turns.length && before.turns.every((turn, at) => turn === turns[at])) {
    return before.hash;
  }
  const hash = hashOf(turns.map(({ words }) => sha256(utf8ToBytes(words.replace(BLANKS, ' ').trim()))));
  if (first !== undefined) known.set(first, { turns, hash });
  return hash;
}

function hashOf(hashes: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * BYTES);
  for (const [index, hash] of hashes.entries()) bytes.set(hash, index * BYTES);
  return sha256(bytes);
}
