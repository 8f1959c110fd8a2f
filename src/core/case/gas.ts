/** The correlation that Kiresuk and Sherman assume between the scales of one client. */
const expectedCorrelation = 0.3;

/**
 * The Goal Attainment Scaling T-score of a client's attainment levels x (−2 to 2 each) with their weights w (above 0;
 * 1 where none is given): T = 50 + 10·Σwx / √((1−ρ)·Σw² + ρ·(Σw)²) with ρ = 0.30. All goals attained as expected (0)
 * give 50; the standard deviation is 10. Null where no level is given, as the score is then undefined.
 *
 * Kiresuk, T. J., & Sherman, R. E. (1968). Goal attainment scaling: A general method for evaluating comprehensive
 * community mental health programs. Community Mental Health Journal, 4(6), 443–453.
 */
export function gasScore(levels: readonly number[], weights: readonly number[] = []): number | null {
  if (levels.length === 0) return null;
  let weighted = 0;
  let squares = 0;
  let total = 0;
  levels.forEach((level, at) => {
    const weight = weights[at] ?? 1;
    weighted += weight * level;
    squares += weight * weight;
    total += weight;
  });
  const spread = (1 - expectedCorrelation) * squares + expectedCorrelation * total * total;
  return 50 + (10 * weighted) / Math.sqrt(spread);
}
