import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gasScore } from '../../../src/core/case/gas';

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

  it('counts a goal by its weight, where one is given', () => {
    assert.equal(gasScore([1], [3]), 60);
    assert.equal(gasScore([1, 0], [2, 1])?.toFixed(2), '58.03');
    assert.equal(gasScore([1, -1], [2]), gasScore([1, -1], [2, 1]));
    assert.ok((gasScore([1, -1], [2]) ?? 0) > 50);
  });

  it('does not depend on the scale of the weights or the order of the goals, and is opposite for opposite levels', () => {
    const goal = fc.record({
      level: fc.integer({ min: -2, max: 2 }),
      weight: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(
        fc.array(goal, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 2, max: 9 }),
        (goals, scale) => {
          const levels = goals.map(({ level }) => level);
          const weights = goals.map(({ weight }) => weight);
          const score = gasScore(levels, weights) ?? Number.NaN;
          const near = (other: number | null) => assert.ok(Math.abs((other ?? Number.NaN) - score) < 1e-9);
          near(
            gasScore(
              levels,
              weights.map(weight => weight * scale),
            ),
          );
          near(gasScore([...levels].reverse(), [...weights].reverse()));
          near(
            100 -
              (gasScore(
                levels.map(level => -level),
                weights,
              ) ?? Number.NaN),
          );
        },
      ),
    );
  });
});
