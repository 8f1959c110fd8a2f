/** A source of numbers in [0, 1). */
export type Random = () => number;

/** Below that many expected successes, counting up from none is quickest. */
const fewExpected = 10;

/**
 * How many of `trials` trials succeed that each do with the probability `chance` (0 to 1), drawn at random and exact
 * in its distribution, in time that does not grow with `trials`.
 */
export function drawBinomial(trials: number, chance: number, random: Random): number {
  if (trials === 0 || chance <= 0) return 0;
  if (chance >= 1) return trials;
  if (chance > 0.5) return trials - drawBinomial(trials, 1 - chance, random);
  return trials * chance < fewExpected
    ? byInversion(trials, chance, random)
    : byRejection(trials, chance, random);
}

/** Kachitvichyanukul, V., Schmeiser, B. (1988), Binomial random variate generation, CACM 31(2): algorithm BINV. */
function byInversion(trials: number, chance: number, random: Random): number {
  const odds = chance / (1 - chance);
  let probability = (1 - chance) ** trials;
  let rest = random();
  let successes = 0;
  while (rest > probability && successes < trials) {
    rest -= probability;
    successes++;
    probability *= ((trials + 1) / successes - 1) * odds;
  }
  return successes;
}

/**
 * Hörmann, W. (1993), The generation of binomial random variates, Journal of Statistical Computation and Simulation
 * 46(1–2): algorithm BTRS.
 */
function byRejection(trials: number, chance: number, random: Random): number {
  const deviation = Math.sqrt(trials * chance * (1 - chance));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * chance;
  const centre = trials * chance + 0.5;
  const scale = (2.83 + 5.1 / b) * deviation;
  const mode = Math.floor((trials + 1) * chance);
  const odds = chance / (1 - chance);
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const us = 0.5 - Math.abs(u);
    const successes = Math.floor(((2 * a) / us + b) * u + centre);
    if (us >= 0.07 && v <= 0.92 - 4.2 / b) return successes;
    if (successes < 0 || successes > trials) continue;
    const bound =
      (mode + 0.5) * Math.log((mode + 1) / (odds * (trials - mode + 1))) +
      (trials + 1) * Math.log((trials - mode + 1) / (trials - successes + 1)) +
      (successes + 0.5) * Math.log((odds * (trials - successes + 1)) / (successes + 1)) +
      stirlingRest(mode) +
      stirlingRest(trials - mode) -
      stirlingRest(successes) -
      stirlingRest(trials - successes);
    if (Math.log((v * scale) / (a / (us * us) + b)) <= bound) return successes;
  }
}

/** ln k! less its approximation by Stirling, ln √2π + (k + ½) ln (k + 1) − (k + 1). */
function stirlingRest(k: number): number {
  if (k >= smallRests.length) {
    const square = (k + 1) ** 2;
    return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
  }
  return smallRests[k] ?? 0;
}

const smallRests = Array.from({ length: 10 }, (_, k) => {
  let factorial = 1;
  for (let factor = 2; factor <= k; factor++) factorial *= factor;
  return Math.log(factorial) - (Math.log(2 * Math.PI) / 2 + (k + 0.5) * Math.log(k + 1) - (k + 1));
});
