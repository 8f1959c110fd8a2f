import assert from 'node:assert/strict';
import { drawBinomial } from '../../../src/core/agreement/binomial';
import { randomNumbers, seed } from '../../../src/core/agreement/bootstrap';

const draws = 20_000;

describe('samples drawn kind by kind', () => {
  for (const [trials, chance] of [
    [1, 0.3],
    [12, 0.5],
    [40, 0.02],
    [40, 0.9],
    [100, 0.25],
    [5000, 0.013],
    [100_000, 0.7],
  ] as const) {
    it(`have the distribution of ${trials} draws with a chance of ${chance}`, () => {
      const random = randomNumbers(seed);
      const counts = new Map<number, number>();
      let sum = 0;
      let squares = 0;
      for (let draw = 0; draw < draws; draw++) {
        const successes = drawBinomial(trials, chance, random);
        assert.ok(Number.isInteger(successes) && successes >= 0 && successes <= trials);
        counts.set(successes, (counts.get(successes) ?? 0) + 1);
        sum += successes - trials * chance;
        squares += (successes - trials * chance) ** 2;
      }
      const variance = trials * chance * (1 - chance);
      // Five standard errors; the seed is fixed, so that this holds always or never.
      assert.ok(Math.abs(sum / draws) < 5 * Math.sqrt(variance / draws), `mean ${sum / draws}`);
      assert.ok(
        Math.abs(squares / draws / variance - 1) < 5 * Math.sqrt(3 / draws),
        `variance ${squares / draws}`,
      );
      for (const [successes, count] of counts) {
        const expected = draws * probability(trials, chance, successes);
        assert.ok(
          Math.abs(count - expected) < 6 * Math.sqrt(expected) + 6,
          `${successes}: ${count}, not ${expected}`,
        );
      }
    });
  }

  it('are none of no trials, and all of what is certain', () => {
    const random = randomNumbers(seed);
    assert.deepEqual(
      [drawBinomial(0, 0.5, random), drawBinomial(7, 0, random), drawBinomial(7, 1, random)],
      [0, 0, 7],
    );
  });
});

function probability(trials: number, chance: number, successes: number): number {
  let log = successes * Math.log(chance) + (trials - successes) * Math.log(1 - chance);
  for (let factor = 1; factor <= successes; factor++) log += Math.log((trials - successes + factor) / factor);
  return Math.exp(log);
}
