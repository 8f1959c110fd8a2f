/** The correlation that Kiresuk and Sherman assume between the scales of one client. */
const expectedCorrelation = 0.3;

/**
 * The Goal Attainment Scaling T-score of a client's attainment levels (−2 to 2 each), all of weight 1:
 * T = 50 + 10·Σwx / √((1−ρ)·Σw² + ρ·(Σw)²) with ρ = 0.30. All goals attained as expected (0) give 50; the standard
 * deviation is 10. Null where no level is given, as the score is then undefined.
 *
 * Kiresuk, T. J., & Sherman, R. E. (1968). Goal attainment scaling: A general method for evaluating comprehensive
 * community mental health programs. Community Mental Health Journal, 4(6), 443–453.
 */
export function gasScore(levels: readonly number[]): number | null {
  const count = levels.length;
  if (count === 0) return null;
  const sum = levels.reduce((total, level) => total + level, 0);
  const spread = (1 - expectedCorrelation) * count + expectedCorrelation * count * count;
  return 50 + (10 * sum) / Math.sqrt(spread);
}
