import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Interval } from '../../../src/core/agreement/bootstrap';
import { measured, measuredInClusters, type Row, times } from './ratings';

const table: readonly Row[] = [
  ...times(40, 'a', 'a'),
  ...times(10, 'a', 'b'),
  ...times(8, 'b', 'a'),
  ...times(42, 'b', 'b'),
];

describe('intervals of agreement', () => {
  it('are the same every time', () => {
    assert.deepEqual(measured(table), measured(table));
  });

  it('hold the measure, and are as wide as theory has it', () => {
    const { percent, kappa } = measured(table);
    const [low, high] = limits(percent.interval);
    // A share of 0.82 of 100 independent units has a standard error of √(0.82·0.18/100) = 0.0384.
    assert.ok(Math.abs(low - (0.82 - 1.96 * 0.0384)) < 0.02, `${low}`);
    assert.ok(Math.abs(high - (0.82 + 1.96 * 0.0384)) < 0.02, `${high}`);
    const [kappaLow, kappaHigh] = limits(kappa.interval);
    // κ here is nearly 2·pₒ − 1, so its standard error is nearly twice as great.
    assert.ok(Math.abs(kappaHigh - kappaLow - 2 * (high - low)) < 0.02, `${kappaLow} ${kappaHigh}`);
  });

  it('hold the measure whatever the ratings', () => {
    const anyRow = fc.tuple(fc.constantFrom('a', 'b', null), fc.constantFrom('a', 'b', null));
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 30, maxLength: 60 }), rows => {
        const { estimate, interval } = measured(rows).percent;
        if (typeof estimate !== 'number' || typeof interval === 'string') return;
        assert.ok(interval[0] <= estimate && estimate <= interval[1]);
      }),
      { numRuns: 30 },
    );
  });

  it('have no width where nothing varies', () => {
    const { percent, alpha } = measured([...times(50, 'a', 'a'), ...times(50, 'b', 'b')]);
    assert.deepEqual(
      [percent.interval, alpha.interval],
      [
        [1, 1],
        [1, 1],
      ],
    );
  });

  it('are wider for units of few turns than for as many independent ones', () => {
    const width = (interval: Interval) => limits(interval)[1] - limits(interval)[0];
    const ofTurns = Array.from({ length: 10 }, (_, turn) => times(10, 'a', turn < 7 ? 'a' : 'b'));
    const independent = ofTurns.flat();
    const wide = width(measuredInClusters(ofTurns).percent.interval);
    assert.ok(wide > 2 * width(measured(independent).percent.interval), `${wide}`);
  });

  it('are undefined where most samples, or the only turn, would tell nothing', () => {
    const rare = measured([...times(19, 'a', 'a'), ['b', 'b']]);
    assert.equal(rare.alpha.estimate, 1);
    assert.equal(rare.alpha.interval, 'too-few-units');
    assert.deepEqual(rare.percent.interval, [1, 1]);
    assert.equal(measured([['a', 'b']]).percent.interval, 'too-few-units');
  });
});

function limits(interval: Interval): readonly [number, number] {
  assert.ok(typeof interval !== 'string', String(interval));
  return interval;
}
