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
  /** Its place among all that are known. */
  readonly index: number;
}

/**
 * Known texts of one length by their segments, which are more than edits can touch: a text that comes near one of
 * them has a segment of it unchanged, no more places away than there are edits.
 */
interface SameLength<Value> {
  readonly most: number;
  /** Where the segments begin, and the length. */
  readonly borders: readonly number[];
  /** For each segment, the texts by what stands there. */
  readonly bySegment: readonly Map<string, Known<Value>[]>[];
}

/** So many that have a segment in common with a text are looked at, and so many of them measured against it. */
const MOST_LOOKED_AT = 2000;
const MOST_MEASURED = 200;

/**
 * Indexes `known` texts, so that few of them need be measured against a text. Where a great many are much alike, none
 * can be told to be meant, and none is near.
 */
export function nearIndex<Value>(known: Iterable<readonly [text: string, value: Value]>): NearIndex<Value> {
  const byLength = new Map<number, SameLength<Value>>();
  let index = 0;
  for (const [text, value] of known) {
    if (text.length < SHORTEST) continue;
    const group = byLength.get(text.length) ?? emptyGroup<Value>(text.length);
    byLength.set(text.length, group);
    addTo(group, { text, value, letters: lettersOf(text), index: index++ });
  }
  return {
    near(text) {
      const letters = lettersOf(text);
      const found: Near<Value>[] = [];
      for (let length = text.length - MOST; length <= text.length + MOST; length++) {
        const group = byLength.get(length);
        const candidates = group === undefined ? [] : candidatesFor(text, letters, group);
        if (candidates === undefined) return [];
        for (const { text: other, value } of candidates) {
          const steps = stepsBetween(text, other, group?.most ?? 0);
          if (steps !== undefined && steps > 0) found.push({ value, steps });
        }
      }
      return found;
    },
  };
}

function emptyGroup<Value>(length: number): SameLength<Value> {
  const most = length <= SHORT ? 1 : MOST;
  // A swap of neighbours can touch two segments.
  const segments = 2 * most + 1;
  const borders = Array.from({ length: segments + 1 }, (_, at) => Math.floor((length * at) / segments));
  return { most, borders, bySegment: Array.from({ length: segments }, () => new Map()) };
}

function addTo<Value>({ borders, bySegment }: SameLength<Value>, known: Known<Value>): void {
  for (const [at, texts] of bySegment.entries()) {
    const segment = known.text.slice(borders[at], borders[at + 1]);
    const same = texts.get(segment);
    if (same === undefined) texts.set(segment, [known]);
    else same.push(known);
  }
}

/** Those that may be near, in order; undefined where they are too many. */
function candidatesFor<Value>(
  text: string,
  letters: number,
  group: SameLength<Value>,
): readonly Known<Value>[] | undefined {
  const candidates = new Set<Known<Value>>();
  let looked = 0;
  for (const known of sharingSegment(text, group)) {
    // One edit adds or removes at most two letters of the set.
    if (bitsIn(known.letters ^ letters) <= 2 * group.most) candidates.add(known);
    if (++looked > MOST_LOOKED_AT || candidates.size > MOST_MEASURED) return undefined;
  }
  return [...candidates].sort((a, b) => a.index - b.index);
}

/** Those that have a segment in common with a text; one that has several comes several times. */
function* sharingSegment<Value>(
  text: string,
  { most, borders, bySegment }: SameLength<Value>,
): Generator<Known<Value>, void, undefined> {
  for (const [at, texts] of bySegment.entries()) {
    const start = borders[at] ?? 0;
    const end = borders[at + 1] ?? 0;
    for (let shift = -most; shift <= most; shift++) {
      if (start + shift < 0 || end + shift > text.length) continue;
      yield* texts.get(text.slice(start + shift, end + shift)) ?? [];
    }
  }
}

/** Below that, one edit makes another word of most. */
const SHORTEST_SHORT = 3;

/**
 * The one of `known` texts of 3 or 4 characters that is one edit away from a text, if no other is. An index passes those
 * over: of short texts only what is an id, in a place of its own, is likely to be meant.
 */
export function nearestShort(text: string, known: readonly string[]): string | undefined {
  const near = known.filter(
    each => each.length >= SHORTEST_SHORT && each.length < SHORTEST && stepsBetween(text, each, 1) === 1,
  );
  return near.length === 1 ? near[0] : undefined;
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

/**
 * How many edits lead from one text to the other, if no more than `most`: the optimal string alignment distance
 * (Boytsov, L. (2011), Indexing methods for approximate dictionary searching, section 2.2), of which only the band along
 * the diagonal is worked out that so many edits can reach.
 */
export function stepsBetween(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let before: readonly number[] = [];
  let above: readonly number[] = [];
  for (let i = 0; i <= a.length; i++) {
    const row = nextRow(a, b, i, { before, above, most });
    if (row.every(steps => steps > most)) return undefined;
    before = above;
    above = row;
  }
  const steps = above[b.length - a.length + most] ?? most + 1;
  return steps > most ? undefined : steps;
}

/** The two rows above the next one, of `2 * most + 1` places around the diagonal. */
interface Band {
  readonly before: readonly number[];
  readonly above: readonly number[];
  readonly most: number;
}

/** How many edits lead from the first `i` characters of `a` to as many of `b` as each place of the band stands for. */
function nextRow(a: string, b: string, i: number, { before, above, most }: Band): readonly number[] {
  const none = most + 1;
  const row: number[] = [];
  for (let at = 0; at <= 2 * most; at++) {
    const j = i + at - most;
    if (j < 0 || j > b.length) row.push(none);
    else if (i === 0 || j === 0) row.push(i + j);
    else {
      const replaced = (above[at] ?? none) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      const swapped = isSwap(a, i, b, j) ? (before[at] ?? none) + 1 : none;
      row.push(Math.min(replaced, (above[at + 1] ?? none) + 1, (row[at - 1] ?? none) + 1, swapped));
    }
  }
  return row;
}

/** Whether the last two of the first `i` and `j` characters are the same, swapped. */
function isSwap(a: string, i: number, b: string, j: number): boolean {
  if (i < 2 || j < 2) return false;
  return a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
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
