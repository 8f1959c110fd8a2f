import type { AlikeTurns } from './alikeTurns';
import type { Estimate } from './coefficients';

/** Krippendorff's α with a distance between sets of codes, so that sets that are partly equal count as partly so. */
export interface SetAgreement {
  readonly jaccard: Estimate;
  readonly masi: Estimate;
}

/** A set of codes that was given to units, by the numbers of its codes in ascending order, and how often. */
interface ValuedSet {
  readonly codes: readonly number[];
  times: number;
}

/** What two sets have in common: how many codes, and whether one is in the other. */
type Similarity = (shared: number, first: number, second: number) => number;

/** Jaccard, P. (1912), The distribution of the flora in the alpine zone, New Phytologist 11(2): |A ∩ B| / |A ∪ B|. */
const jaccard: Similarity = (shared, first, second) => shared / (first + second - shared);

/**
 * Passonneau, R. (2006), Measuring agreement on set-valued items (MASI) for semantic and pragmatic annotation, LREC:
 * Jaccard's, times 1 for equal sets, 2/3 where one is in the other, 1/3 where they overlap.
 */
const masi: Similarity = (shared, first, second) => {
  const isIn = shared === Math.min(first, second);
  const weight = shared === first && shared === second ? 1 : isIn ? 2 / 3 : 1 / 3;
  return weight * jaccard(shared, first, second);
};

/**
 * α = 1 − Dₒ / Dₑ as for nominal data (see `krippendorffsAlpha`), with the distance 1 − similarity in place of 1 for
 * any two values that differ. A unit without codes is missing, or the empty set, whose distance to any other is 1.
 * Without intervals: each sample would take the square of the number of sets.
 */
export function setAgreement(alike: readonly AlikeTurns[], uncoded: 'missing' | 'value'): SetAgreement {
  const sets = new SetNumbers();
  const observed = { jaccard: 0, masi: 0 };
  let values = 0;
  for (const { stretches, turns } of alike) {
    for (const { units, codes } of stretches) {
      const said = codes.filter(each => each !== undefined && (uncoded === 'value' || each.length > 0));
      if (said.length < 2) continue;
      const times = units * turns;
      const own = said.map(each => sets.of(each ?? [], times));
      values += times * own.length;
      for (const [at, first] of own.entries()) {
        for (const second of own.slice(at + 1)) {
          const share = (2 * times) / (own.length - 1);
          observed.jaccard += share * (1 - similarity(first, second, jaccard));
          observed.masi += share * (1 - similarity(first, second, masi));
        }
      }
    }
  }
  if (values === 0) return { jaccard: 'no-pairs', masi: 'no-pairs' };
  const expected = sets.expected();
  const alpha = (kind: keyof SetAgreement): Estimate =>
    expected[kind] <= 0 ? 'one-category' : 1 - ((values - 1) * observed[kind]) / expected[kind];
  return { jaccard: alpha('jaccard'), masi: alpha('masi') };
}

function similarity(first: ValuedSet, second: ValuedSet, kind: Similarity): number {
  if (first === second) return 1;
  const shared = first.codes.filter(code => second.codes.includes(code)).length;
  return shared === 0 ? 0 : kind(shared, first.codes.length, second.codes.length);
}

/** The sets of codes that occur. */
class SetNumbers {
  readonly #byKey = new Map<string, ValuedSet>();
  readonly #codes = new Map<string, number>();

  of(codes: readonly string[], times: number): ValuedSet {
    const key = codes.join(' ');
    const known = this.#byKey.get(key) ?? { codes: codes.map(code => this.#numberOf(code)), times: 0 };
    this.#byKey.set(key, known);
    known.times += times;
    return known;
  }

  /** Σ n(c)·n(k)·δ(c,k) over all ordered pairs of sets; only those that share a code are looked at. */
  expected(): Readonly<Record<keyof SetAgreement, number>> {
    const sets = [...this.#byKey.values()];
    const total = sets.reduce((sum, { times }) => sum + times, 0);
    const alike = sets.reduce((sum, { times }) => sum + times * times, 0);
    // The sets before this one, by their codes: each pair is looked at once.
    const withCode: number[][] = Array.from({ length: this.#codes.size }, () => []);
    const shared = new Int32Array(sets.length);
    const near = { jaccard: 0, masi: 0 };
    for (const [index, { codes, times }] of sets.entries()) {
      const touched: number[] = [];
      for (const code of codes) {
        const others = withCode[code] ?? [];
        for (const other of others) {
          if (shared[other] === 0) touched.push(other);
          shared[other] = (shared[other] ?? 0) + 1;
        }
        others.push(index);
      }
      for (const other of touched) {
        const { codes: others, times: theirs } = sets[other] ?? { codes: [], times: 0 };
        const pairs = 2 * times * theirs;
        near.jaccard += pairs * jaccard(shared[other] ?? 0, codes.length, others.length);
        near.masi += pairs * masi(shared[other] ?? 0, codes.length, others.length);
        shared[other] = 0;
      }
    }
    const unlike = total * total - alike;
    return { jaccard: unlike - near.jaccard, masi: unlike - near.masi };
  }

  #numberOf(code: string): number {
    const known = this.#codes.get(code) ?? this.#codes.size;
    this.#codes.set(code, known);
    return known;
  }
}
