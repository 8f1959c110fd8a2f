import distance from 'damerau-levenshtein';

const SHORTEST = 5;
const SHORT = 8;
const MOST = 2;

/** A known text that another one comes near, by so many edits (1 or 2). */
export interface Near<Value> {
  readonly value: Value;
  readonly steps: number;
}

/** Finds the known texts that a text is a near miss of. */
export interface NearIndex<Value> {
  /**
   * The values of the known texts that are 1 edit away (2 where they are longer than 8 characters). An edit
   * inserts, deletes or replaces a character or swaps two neighbours; texts under 5 characters have no near
   * misses.
   */
  near(text: string): readonly Near<Value>[];
}

interface Known<Value> {
  readonly text: string;
  readonly value: Value;
  readonly letters: number;
}

/** Indexes `known` texts, so that few of them need be measured against a text. */
export function nearIndex<Value>(known: Iterable<readonly [text: string, value: Value]>): NearIndex<Value> {
  const byLength = new Map<number, Known<Value>[]>();
  for (const [text, value] of known) {
    if (text.length < SHORTEST) continue;
    const sameLength = byLength.get(text.length) ?? [];
    sameLength.push({ text, value, letters: lettersOf(text) });
    byLength.set(text.length, sameLength);
  }
  return {
    near(text) {
      const letters = lettersOf(text);
      const found: Near<Value>[] = [];
      for (let length = text.length - MOST; length <= text.length + MOST; length++) {
        for (const candidate of byLength.get(length) ?? []) {
          const steps = stepsTo(candidate, text, letters);
          if (steps !== undefined) found.push({ value: candidate.value, steps });
        }
      }
      return found;
    },
  };
}

/** The nearest of what was found; undefined when nothing was, or when `same` tells equally near ones apart. */
export function uniqueNearest<Value>(
  found: readonly Near<Value>[],
  same: (a: Value, b: Value) => boolean,
): Value | undefined {
  const least = Math.min(...found.map(({ steps }) => steps));
  const best = found.filter(({ steps }) => steps === least).map(({ value }) => value);
  const [first] = best;
  return first !== undefined && best.every(value => same(value, first)) ? first : undefined;
}

/** The one of `names` that `text` is a near miss of, if there is exactly one nearest. */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  const index = nearIndex(names.map(name => [name, name] as const));
  return uniqueNearest(index.near(text), (a, b) => a === b);
}

function stepsTo<Value>(known: Known<Value>, text: string, letters: number): number | undefined {
  const most = known.text.length <= SHORT ? 1 : MOST;
  if (Math.abs(text.length - known.text.length) > most) return undefined;
  // One edit adds or removes at most two letters of the set.
  if (bitsIn(known.letters ^ letters) > 2 * most) return undefined;
  const [own, other] = differing(text, known.text);
  if (leastSteps(own, other) > most) return undefined;
  const { steps } = distance(own, other);
  return steps > 0 && steps <= most ? steps : undefined;
}

/** Two texts less what both begin and end with, which costs no edit and is most of the work of measuring. */
function differing(a: string, b: string): readonly [a: string, b: string] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end))
    end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

const BUCKETS = 64;

/**
 * No fewer edits than this lead from one text to the other, as each makes up for one character that one of them has
 * more often (the bag distance of Bartolini, Ciaccia and Patella, 2002); characters of one bucket count as one.
 */
function leastSteps(a: string, b: string): number {
  const surplus = new Array<number>(BUCKETS).fill(0);
  const count = (text: string, by: number) => {
    for (let at = 0; at < text.length; at++) {
      const bucket = text.charCodeAt(at) % BUCKETS;
      surplus[bucket] = (surplus[bucket] ?? 0) + by;
    }
  };
  count(a, 1);
  count(b, -1);
  let more = 0;
  let fewer = 0;
  for (const each of surplus) {
    if (each > 0) more += each;
    else fewer -= each;
  }
  return Math.max(more, fewer);
}

/** Which letters a text has, as a set of 32 bits (different letters may share one). */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

function bitsIn(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
