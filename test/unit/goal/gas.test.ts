import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gasScore } from '../../../src/core/goal/gas';

describe('the goal attainment T-score', () => {
  it('is 50 where all goals were attained as expected', () => {
    assert.equal(gasScore([0]), 50);
    assert.equal(gasScore([0, 0, 0]), 50);
  });

  it('is 60 for one goal a level above, 62.40 for two', () => {
    assert.equal(gasScore([1]), 60);
    assert.equal(gasScore([1, 1])?.toFixed(2), '62.40');
  });

  it('lies as far below for levels below', () => {
    assert.equal(gasScore([-1]), 40);
    assert.equal(gasScore([-1, -1])?.toFixed(2), '37.60');
  });

  it('is undefined without goals', () => {
    assert.equal(gasScore([]), null);
  });

  it('agrees with the general formula for weights of 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 30 }), levels => {
        const weights = levels.map(() => 1);
        const weighted = levels.reduce((sum, level, at) => sum + level * (weights[at] ?? 0), 0);
        const squares = weights.reduce((sum, weight) => sum + weight ** 2, 0);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const expected = 50 + (10 * weighted) / Math.sqrt(0.7 * squares + 0.3 * total ** 2);
        assert.ok(Math.abs((gasScore(levels) ?? Number.NaN) - expected) < 1e-9);
      }),
    );
  });
});
