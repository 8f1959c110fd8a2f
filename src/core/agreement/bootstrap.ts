import { drawBinomial, type Random } from './binomial';
import {
  cohensKappa,
  type Estimate,
  gwetsAc1,
  krippendorffsAlpha,
  type PatternTotals,
  percentAgreement,
  type UndefinedReason,
} from './coefficients';
import { type RatingTable, unitsByPattern } from './ratingTable';

/** The limits of an interval, or why there is none. */
export type Interval = readonly [low: number, high: number] | UndefinedReason;

/** An estimate and its 95 % interval. */
export interface Estimated {
  readonly estimate: Estimate;
  readonly interval: Interval;
}

/** The measures of some units. */
export interface Measures {
  readonly percent: Estimated;
  readonly kappa: Estimated;
  readonly alpha: Estimated;
  readonly ac1: Estimated;
}

/** How many samples are drawn, and where the stream of random numbers begins: the same for everybody, for ever. */
export const resamples = 1000;
export const seed = 20_110_125;

/** The share of samples in which a measure must be defined for its interval to mean anything. */
const definedShare = 0.95;
const tails = [0.025, 0.975] as const;

type Coefficient = (table: RatingTable, units: PatternTotals) => Estimate;

/**
 * Percent agreement, κ, α and AC1 with percentile bootstrap intervals of 95 %: {@link resamples} times as many clusters as
 * there are are drawn from them with replacement, and of the measures of these samples the 2.5 % and 97.5 % quantiles
 * are taken (interpolated; Hyndman and Fan's type 7). A cluster is a turn, since characters of one turn are no independent
 * evidence, or a transcript where these are few turns of many people. Samples in which a measure is undefined are left out; where these are more than 5 %, or there is but one
 * turn, the interval is undefined. The seed is fixed, so that the same data always give the same intervals.
 * (Zapf, A., Castell, S., Morawietz, L., Karch, A. (2016), Measuring inter-rater reliability for nominal data – which
 * coefficients and confidence intervals are appropriate?, BMC Medical Research Methodology 16:93.)
 *
 * Yields after each sample, so that the caller can let others work in between.
 */
export function* measure(table: RatingTable): Generator<undefined, Measures> {
  const own = unitsByPattern(table);
  const percent = new Estimation(percentAgreement, table, own);
  const kappa = new Estimation(cohensKappa, table, own);
  const alpha = new Estimation(krippendorffsAlpha, table, own);
  const ac1 = new Estimation(gwetsAc1, table, own);
  const open = [percent, kappa, alpha, ac1].filter(({ needsSamples }) => needsSamples);
  const random = randomNumbers(seed);
  for (let sample = 0; sample < resamples && open.length > 0; sample++) {
    const units = drawn(table, random);
    for (const estimation of open) estimation.take(units);
    yield;
  }
  return { percent: percent.result(), kappa: kappa.result(), alpha: alpha.result(), ac1: ac1.result() };
}

/** One measure over the data and the samples from them. */
class Estimation {
  readonly #coefficient: Coefficient;
  readonly #table: RatingTable;
  readonly #estimate: Estimate;
  readonly #samples: number[] = [];

  constructor(coefficient: Coefficient, table: RatingTable, units: PatternTotals) {
    this.#coefficient = coefficient;
    this.#table = table;
    this.#estimate = coefficient(table, units);
  }

  get needsSamples(): boolean {
    return typeof this.#estimate === 'number' && clusterCount(this.#table) > 1;
  }

  take(units: PatternTotals): void {
    const estimate = this.#coefficient(this.#table, units);
    if (typeof estimate === 'number') this.#samples.push(estimate);
  }

  result(): Estimated {
    return { estimate: this.#estimate, interval: this.#interval() };
  }

  #interval(): Interval {
    if (typeof this.#estimate !== 'number') return this.#estimate;
    if (this.#samples.length < definedShare * resamples) return 'too-few-units';
    const sorted = Float64Array.from(this.#samples).sort();
    return [quantile(sorted, tails[0]), quantile(sorted, tails[1])];
  }
}

/** A sample of as many clusters as there are, with replacement: how many of each kind (multinomial, kind by kind). */
function drawn(table: RatingTable, random: Random): Float64Array {
  let left = clusterCount(table);
  let amongLeft = left;
  const clusters = table.clusters.map(count => {
    const times = drawBinomial(left, count / amongLeft, random);
    left -= times;
    amongLeft -= count;
    return times;
  });
  return unitsByPattern(table, clusters);
}

function clusterCount({ clusters }: RatingTable): number {
  return clusters.reduce((sum, count) => sum + count, 0);
}

/** The quantile of ascending values at `share` (0 to 1), interpolated between neighbours. */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** Numbers in [0, 1), always the same for a seed: sfc32 (Doty-Humphrey, C., PractRand, pracrand.sourceforge.net). */
export function randomNumbers(from: number): Random {
  let a = 0;
  let b = 0;
  let c = from | 0;
  let counter = 1;
  const next = (): number => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return (result >>> 0) / 0x1_0000_0000;
  };
  // The first numbers still show the seed.
  for (let round = 0; round < 15; round++) next();
  return next;
}
