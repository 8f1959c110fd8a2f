import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { runToEnd, type Steps } from '../steps';
import type { Turn } from './transcript';

/** How many turns are hashed together, so that a change in one costs little in a long transcript. */
const GROUP = 256;
/** Of one hash. */
const BYTES = 32;
const PREFIX = 'sha256-';
const BLANKS = /\s+/g;
/** Blanks that are more than one space between words. */
const ODD_BLANKS = /[^\S ]| {2}|^ | $/;
/** What a UTF-16 code unit takes in UTF-8. */
const MOST_BYTES_A_UNIT = 3;
const encoder = new TextEncoder();
const begun = sha256.create();
/** Used for one hash after the other: to make one anew takes longer than to hash what a turn says. */
const hasher = sha256.create();

type Words = Pick<Turn, 'words'>;

/** Some of the turns of a list. */
interface Part {
  readonly turns: readonly Words[];
  readonly from: number;
  readonly to: number;
}

/** A group of turns and the hash of what they say. */
interface HashedGroup {
  readonly parts: readonly Part[];
  readonly hash: Uint8Array;
}

/** More groups do not begin in a list; those of older versions, which began elsewhere, are forgotten. */
const MOST_KNOWN = 64;

/**
 * The hash of what is said in a transcript, as an import keeps it in the `words:` field: `sha256-` and 64 hexadecimal
 * digits. SHA-256 (FIPS 180-4) of the hashes of groups of 256 turns, each of those of the hashes of the turns' words
 * in UTF-8, repeated blanks folded. Speakers, times, codes, memos and headings are no words.
 */
export function wordsHash({ turns }: { readonly turns: Iterable<Words> }): string {
  return runToEnd(new WordsHasher().read([[...turns]]));
}

/** Hashes the words of one version of a transcript after another, and knows the groups of the version before. */
export class WordsHasher {
  /** The groups whose hash is known, by the list in which they begin and their first turn's place there. */
  readonly #known = new WeakMap<readonly Words[], Map<number, HashedGroup>>();

  /** For what most turns say in UTF-8: to make a list for each takes longer than to fill it. */
  readonly #space = new Uint8Array(4096);
  /** The lists of the last version whose words had the hash that was recorded, and that hash. */
  #recorded: { readonly hash: string; readonly lists: readonly (readonly Words[])[] } | undefined;

  /** Keeps in mind what is said in a version of which `hash` is recorded, to tell later what was changed since. */
  keep(hash: string, lists: Iterable<readonly Words[]>): void {
    this.#recorded = { hash, lists: [...lists] };
  }

  /**
   * The turns of a later version, by index, that say something else than when `hash` was recorded: one by one where
   * there are as many as then, else the first. Undefined where no version with that hash was read.
   */
  changedSince(hash: string, lists: Iterable<readonly Words[]>): readonly number[] | undefined {
    if (this.#recorded?.hash !== hash) return undefined;
    const now = [...lists];
    const before = this.#recorded.lists;
    const same = now.findIndex((list, at) => list !== before[at]);
    const skipped = same < 0 ? now.length : same;
    const first = now.slice(0, skipped).reduce((sum, list) => sum + list.length, 0);
    const turns = now.slice(skipped).flat();
    const earlier = before.slice(skipped).flat();
    const changed = turns.flatMap((turn, at) => (saysTheSame(earlier[at], turn) ? [] : [first + at]));
    return earlier.length === turns.length ? changed : changed.slice(0, 1);
  }

  /** As {@link wordsHash}, a group at each step. What was hashed in the same lists is not hashed again. */
  *read(lists: Iterable<readonly Words[]>): Steps<string> {
    const hashes: Uint8Array[] = [];
    let parts: Part[] = [];
    let size = 0;
    for (const turns of lists) {
      for (let from = 0; from < turns.length; ) {
        const to = Math.min(turns.length, from + GROUP - size);
        parts.push({ turns, from, to });
        size += to - from;
        from = to;
        if (size < GROUP) continue;
        hashes.push(this.#groupHash(parts));
        parts = [];
        size = 0;
        yield;
      }
    }
    if (size > 0) hashes.push(this.#groupHash(parts));
    return PREFIX + bytesToHex(hashOf(hashes));
  }

  /** A text in UTF-8, good until the next one. */
  #encoded(text: string): Uint8Array {
    if (text.length * MOST_BYTES_A_UNIT > this.#space.length) return encoder.encode(text);
    return this.#space.subarray(0, encoder.encodeInto(text, this.#space).written);
  }

  #groupHash(parts: readonly Part[]): Uint8Array {
    const [{ turns, from } = { turns: [], from: 0 }] = parts;
    const groups = this.#known.get(turns) ?? new Map<number, HashedGroup>();
    const before = groups.get(from);
    if (before !== undefined && areSame(before.parts, parts)) return before.hash;
    const said = parts.flatMap(part => part.turns.slice(part.from, part.to));
    const hashes = new Uint8Array(said.length * BYTES);
    for (const [at, { words }] of said.entries())
      hashInto(this.#encoded(withBlanksFolded(words)), hashes.subarray(at * BYTES, (at + 1) * BYTES));
    const hash = sha256Of(hashes);
    if (groups.size >= MOST_KNOWN) groups.clear();
    this.#known.set(turns, groups.set(from, { parts, hash }));
    return hash;
  }
}

function saysTheSame(before: Words | undefined, now: Words): boolean {
  if (before === undefined || before === now) return before === now;
  return withBlanksFolded(before.words) === withBlanksFolded(now.words);
}

function areSame(before: readonly Part[], now: readonly Part[]): boolean {
  if (before.length !== now.length) return false;
  return now.every(({ turns, from, to }, at) => {
    const part = before[at];
    return part?.turns === turns && part.from === from && part.to === to;
  });
}

function hashOf(hashes: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * BYTES);
  for (const [index, hash] of hashes.entries()) bytes.set(hash, index * BYTES);
  return sha256Of(bytes);
}

function sha256Of(bytes: Uint8Array): Uint8Array {
  const hash = new Uint8Array(BYTES);
  hashInto(bytes, hash);
  return hash;
}

function hashInto(bytes: Uint8Array, hash: Uint8Array): void {
  begun._cloneInto(hasher).update(bytes).digestInto(hash);
}

function withBlanksFolded(words: string): string {
  return ODD_BLANKS.test(words) ? words.replace(BLANKS, ' ').trim() : words;
}
