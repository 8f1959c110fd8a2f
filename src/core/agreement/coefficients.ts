import type { RatingTable } from './ratingTable';

/**
 * Why a measure has no value: no unit has values of two raters; all values are one category, so that agreement by
 * chance alone would be complete and the formula divides 0 by 0; Cohen's κ is for two raters; or, for an interval,
 * there are too few units.
 */
export type UndefinedReason = 'no-pairs' | 'one-category' | 'not-two-raters' | 'too-few-units';

/** A measure, or why it has none. */
export type Estimate = number | UndefinedReason;

/** How many units each pattern of a table has, by the pattern's number. */
export type PatternTotals = ArrayLike<number>;

/**
 * Percent agreement as a share from 0 to 1: of all pairs of values that two raters gave to the same unit, those that
 * are equal. With two raters it is the share of the units that both judged on which they agree. (Fleiss, J. L. (1971),
 * Measuring nominal scale agreement among many raters, Psychological Bulletin 76(5), 378–382: P̄, here with each unit
 * weighted by its pairs, so that missing values are allowed.)
 */
export function percentAgreement({ patterns }: RatingTable, units: PatternTotals): Estimate {
  let pairs = 0;
  let agreeing = 0;
  for (const [number, pattern] of patterns.entries()) {
    const times = units[number] ?? 0;
    pairs += times * pattern.pairs;
    agreeing += times * pattern.agreeingPairs;
  }
  return pairs === 0 ? 'no-pairs' : agreeing / pairs;
}

/**
 * Cohen's κ = (pₒ − pₑ) / (1 − pₑ), from −1 to 1, for two raters and the n units that both judged: pₒ is the share on
 * which they agree, pₑ = Σ aₖ·bₖ / n² what is expected of raters who use category k aₖ and bₖ times by chance. Computed
 * as (n·agreeing − Σ aₖ·bₖ) / (n² − Σ aₖ·bₖ), in whole numbers. (Cohen, J. (1960), A coefficient of agreement for
 * nominal scales, Educational and Psychological Measurement 20(1), 37–46.)
 */
export function cohensKappa({ raters, categories, patterns }: RatingTable, units: PatternTotals): Estimate {
  if (raters !== 2) return 'not-two-raters';
  const first = new Float64Array(categories);
  const second = new Float64Array(categories);
  let judged = 0;
  let agreeing = 0;
  for (const [number, { categories: pair, agreeingPairs }] of patterns.entries()) {
    const [a, b] = pair;
    const times = units[number] ?? 0;
    if (a === undefined || b === undefined || times === 0) continue;
    first[a] = (first[a] ?? 0) + times;
    second[b] = (second[b] ?? 0) + times;
    judged += times;
    agreeing += times * agreeingPairs;
  }
  if (judged === 0) return 'no-pairs';
  const chance = first.reduce((sum, count, category) => sum + count * (second[category] ?? 0), 0);
  if (chance === judged * judged) return 'one-category';
  return (judged * agreeing - chance) / (judged * judged - chance);
}

/**
 * Krippendorff's α = 1 − Dₒ / Dₑ for nominal data, up to 1 (0 is what chance gives), for any number of raters and with
 * missing values. A unit with m ≥ 2 values adds each of its ordered pairs 1 / (m − 1) times to the coincidences o(c,k);
 * n(c) = Σ o(c,k) and n = Σ n(c); Dₒ = Σ o(c,k) / n and Dₑ = Σ n(c)·n(k) / (n·(n − 1)), both over c ≠ k, so that
 * α = 1 − (n − 1) · Σ o(c,k) / Σ n(c)·n(k). Units with fewer than two values are left out. (Krippendorff, K. (2011),
 * Computing Krippendorff's alpha-reliability, https://repository.upenn.edu/asc_papers/43; Content Analysis, 4th ed.,
 * Sage 2018, chapter 12.)
 */
export function krippendorffsAlpha({ categories, patterns }: RatingTable, units: PatternTotals): Estimate {
  const totals = new Float64Array(categories);
  let values = 0;
  let disagreement = 0;
  for (const [number, pattern] of patterns.entries()) {
    const times = units[number] ?? 0;
    if (pattern.pairs === 0 || times === 0) continue;
    values += times * pattern.values;
    disagreement += (times * 2 * (pattern.pairs - pattern.agreeingPairs)) / (pattern.values - 1);
    for (const { category, count } of pattern.counts)
      totals[category] = (totals[category] ?? 0) + times * count;
  }
  if (values === 0) return 'no-pairs';
  const unlikePairs = values * values - totals.reduce((sum, count) => sum + count * count, 0);
  return unlikePairs === 0 ? 'one-category' : 1 - ((values - 1) * disagreement) / unlikePairs;
}

/**
 * Gwet's AC1 = (pₐ − pₑ) / (1 − pₑ), up to 1, for any number of raters and with missing values: pₐ is the mean over the
 * units with two values or more of the share of their pairs that agree; pₑ = Σ πₖ·(1 − πₖ) / (q − 1) over the q
 * categories, where πₖ is the mean over the units with a value of the share of their values that are k. (Gwet, K. L.
 * (2008), Computing inter-rater reliability and its variance in the presence of high agreement, British Journal of
 * Mathematical and Statistical Psychology 61(1), 29–48; missing values as in his Handbook of Inter-Rater Reliability,
 * 4th ed., 2014.)
 */
export function gwetsAc1({ categories, patterns }: RatingTable, units: PatternTotals): Estimate {
  const shares = new Float64Array(categories);
  let judged = 0;
  let paired = 0;
  let agreeing = 0;
  for (const [number, { values, pairs, agreeingPairs, counts }] of patterns.entries()) {
    const times = units[number] ?? 0;
    if (times === 0 || values === 0) continue;
    judged += times;
    for (const { category, count } of counts)
      shares[category] = (shares[category] ?? 0) + (times * count) / values;
    if (pairs === 0) continue;
    paired += times;
    agreeing += (times * agreeingPairs) / pairs;
  }
  if (paired === 0) return 'no-pairs';
  if (categories < 2) return 'one-category';
  const chance = shares.reduce((sum, share) => sum + (share / judged) * (1 - share / judged), 0);
  const expected = chance / (categories - 1);
  return (agreeing / paired - expected) / (1 - expected);
}
