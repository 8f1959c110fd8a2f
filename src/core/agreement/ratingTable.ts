/** What each rater said of units that are alike: the category, or undefined where a rater said nothing of them. */
interface Ratings {
  readonly values: readonly (string | undefined)[];
  /** How many units: a whole number from 0 up. */
  readonly units: number;
}

/** Ratings that occur, and what the measures need of them. */
interface Pattern {
  /** The index of each rater's category; undefined where the value is missing. */
  readonly categories: readonly (number | undefined)[];
  /** How often each category stands in it. */
  readonly counts: readonly CategoryCount[];
  /** How many values it has. */
  readonly values: number;
  /** How many pairs of values it has, and how many of them agree. */
  readonly pairs: number;
  readonly agreeingPairs: number;
}

interface CategoryCount {
  readonly category: number;
  readonly count: number;
}

/** How many units of a pattern there are. */
interface PatternUnits {
  readonly pattern: number;
  readonly units: number;
}

/**
 * Ratings, counted. What is drawn together when samples are taken anew (the units of one turn) is a cluster; clusters
 * that are alike are one kind.
 */
export interface RatingTable {
  readonly raters: number;
  readonly categories: number;
  readonly patterns: readonly Pattern[];
  readonly kinds: readonly (readonly PatternUnits[])[];
  /** How many clusters there are of each kind. */
  readonly clusters: readonly number[];
}

/** Clusters that are alike. */
interface AlikeClusters {
  readonly ratings: readonly Ratings[];
  readonly clusters: number;
}

/** Counts the ratings of `raters` raters, given by cluster. */
export function tabulate(raters: number, given: readonly AlikeClusters[]): RatingTable {
  const categories = new Numbering();
  const patterns: Pattern[] = [];
  const patternNumbers = new Numbering();
  const kinds: (readonly PatternUnits[])[] = [];
  const kindNumbers = new Numbering();
  const patternOf = ({ values }: Ratings): number => {
    const numbers = values.map(value => (value === undefined ? undefined : categories.of(value)));
    const number = patternNumbers.of(numbers.join(' '));
    if (number === patterns.length) patterns.push(toPattern(numbers));
    return number;
  };
  const kindOf = (cluster: readonly Ratings[]): number => {
    const kind = cluster.map(ratings => ({ pattern: patternOf(ratings), units: ratings.units }));
    const number = kindNumbers.of(kind.map(({ pattern, units }) => `${pattern}*${units}`).join(' '));
    if (number === kinds.length) kinds.push(kind);
    return number;
  };
  const counts: number[] = [];
  for (const { ratings, clusters } of given) {
    const kind = kindOf(ratings);
    counts[kind] = (counts[kind] ?? 0) + clusters;
  }
  return { raters, categories: categories.size, patterns, kinds, clusters: counts };
}

/** How many units each pattern has where there are so many clusters of each kind; in the table itself by default. */
export function unitsByPattern(
  { patterns, kinds, clusters: own }: RatingTable,
  clusters: readonly number[] = own,
): Float64Array {
  const total = new Float64Array(patterns.length);
  for (const [number, kind] of kinds.entries()) {
    const times = clusters[number] ?? 0;
    for (const { pattern, units } of kind) total[pattern] = (total[pattern] ?? 0) + units * times;
  }
  return total;
}

function toPattern(categories: readonly (number | undefined)[]): Pattern {
  const found = new Map<number, number>();
  let values = 0;
  for (const category of categories) {
    if (category === undefined) continue;
    found.set(category, (found.get(category) ?? 0) + 1);
    values++;
  }
  const counts = [...found].map(([category, count]) => ({ category, count }));
  const agreeingPairs = counts.reduce((sum, { count }) => sum + pairsAmong(count), 0);
  return { categories, counts, values, pairs: pairsAmong(values), agreeingPairs };
}

function pairsAmong(count: number): number {
  return (count * (count - 1)) / 2;
}

/** Numbers texts from 0 as they come. */
class Numbering {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
