import assert from 'node:assert/strict';
import fc from 'fast-check';
import { measured, type Row, times } from './ratings';

/**
 * The example of Krippendorff (2011), section C: 4 observers, 12 units, missing data; with the nominal α that he and
 * the R package irr print.
 */
const krippendorff: readonly Row[] = [
  [1, 1, null, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [null, 5, 5, 5],
  [null, null, 1, 1],
  [null, null, 3, null],
];

/** The matrix of the README of the npm package krippendorff (there a row a rater), with the α that it prints. */
const readme: readonly Row[] = [
  [1, 1, 1],
  [2, 1, 2],
  [1, 1, null],
];

describe('measures of agreement', () => {
  it("Krippendorff's α is that of his reference data", () => {
    const { alpha } = measured(krippendorff);
    assert.equal(typeof alpha.estimate === 'number' && alpha.estimate.toFixed(4), '0.7434');
    close(measured(readme).alpha.estimate, 0.416_666_666_666_6667);
  });

  it("Gwet's AC1 is that of the R package irrCAC, and what its definition gives", () => {
    // gwet.ac1.raw(cac.raw4raters), which holds the same ratings, prints 0.77544.
    const { ac1 } = measured(krippendorff);
    assert.equal(typeof ac1.estimate === 'number' && ac1.estimate.toFixed(5), '0.77544');
    fc.assert(
      fc.property(anyRows, rows => {
        close(measured(rows).ac1.estimate, ac1ByUnits(rows));
      }),
    );
  });

  it("Cohen's κ is that of published tables", () => {
    // The worked examples of https://en.wikipedia.org/wiki/Cohen%27s_kappa.
    const table = (yesYes: number, yesNo: number, noYes: number, noNo: number) =>
      measured([
        ...times(yesYes, 'yes', 'yes'),
        ...times(yesNo, 'yes', 'no'),
        ...times(noYes, 'no', 'yes'),
        ...times(noNo, 'no', 'no'),
      ]);
    close(table(20, 5, 10, 15).kappa.estimate, 0.4);
    close(table(20, 5, 10, 15).percent.estimate, 0.7);
    close(table(45, 15, 25, 15).kappa.estimate, 3 / 23);
    close(table(25, 35, 5, 35).kappa.estimate, 7 / 27);
  });

  it('all three are what their definitions give, pair by pair', () => {
    fc.assert(
      fc.property(anyRows, rows => {
        const { percent, kappa, alpha } = measured(rows);
        close(percent.estimate, percentByPairs(rows));
        close(alpha.estimate, alphaByPairs(rows));
        if (rows[0]?.length === 2) close(kappa.estimate, kappaByShares(rows));
      }),
      { numRuns: 200 },
    );
  });

  it('no order of units or raters, and no name of a category, changes them', () => {
    fc.assert(
      fc.property(anyRows, rows => {
        const { percent, kappa, alpha } = measured(rows);
        const turned = rows
          .map(row => row.map(value => (value === null ? null : `the code ${value}`)).reverse())
          .reverse();
        const again = measured(turned);
        close(again.percent.estimate, percent.estimate);
        close(again.kappa.estimate, kappa.estimate);
        close(again.alpha.estimate, alpha.estimate);
      }),
      { numRuns: 50 },
    );
  });

  it('full agreement on more than one category is 1', () => {
    const { percent, kappa, alpha } = measured([...times(3, 'a', 'a'), ...times(2, 'b', 'b')]);
    assert.deepEqual([percent.estimate, kappa.estimate, alpha.estimate], [1, 1, 1]);
  });

  it('one category only leaves κ and α undefined, and says so', () => {
    const { percent, kappa, alpha } = measured(times(4, 'a', 'a'));
    assert.equal(percent.estimate, 1);
    assert.deepEqual([kappa.estimate, alpha.estimate], ['one-category', 'one-category']);
    assert.deepEqual([kappa.interval, alpha.interval], ['one-category', 'one-category']);
  });

  it('raters who use one category each, and not the same, agree as chance would have it', () => {
    assert.equal(measured(times(4, 'a', 'b')).kappa.estimate, 0);
  });

  it('no unit that two raters judged leaves all of them undefined', () => {
    for (const rows of [
      [],
      [['a', null]],
      [
        ['a', null],
        [null, 'b'],
      ],
    ] satisfies Row[][]) {
      const { percent, kappa, alpha } = measured(rows);
      assert.deepEqual(
        [percent.estimate, kappa.estimate, alpha.estimate],
        ['no-pairs', 'no-pairs', 'no-pairs'],
      );
    }
  });

  it('κ of three raters is undefined', () => {
    assert.equal(measured(krippendorff).kappa.estimate, 'not-two-raters');
  });
});

const anyValue = fc.constantFrom('a', 'b', 'c', null);
const anyRows = fc
  .integer({ min: 2, max: 5 })
  .chain(raters =>
    fc.array(fc.array(anyValue, { minLength: raters, maxLength: raters }), { minLength: 1, maxLength: 12 }),
  );

function close(actual: unknown, expected: unknown): void {
  if (typeof expected !== 'number' || typeof actual !== 'number') assert.equal(actual, expected);
  else assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
}

type Value = string | number;

function given(row: Row): readonly Value[] {
  return row.filter(value => value !== null);
}

/** All pairs of different places of a list. */
function pairsOf(values: readonly Value[]): readonly (readonly [Value, Value])[] {
  return values.flatMap((a, i) => values.flatMap((b, j) => (i === j ? [] : [[a, b] as const])));
}

function percentByPairs(rows: readonly Row[]): number | string {
  const pairs = rows.flatMap(row => pairsOf(given(row)));
  return pairs.length === 0 ? 'no-pairs' : pairs.filter(([a, b]) => a === b).length / pairs.length;
}

/** α as 1 − observed / expected disagreement, where the expected is that of all pairs of all pairable values. */
function alphaByPairs(rows: readonly Row[]): number | string {
  const units = rows.map(given).filter(values => values.length > 1);
  const all = units.flat();
  if (all.length === 0) return 'no-pairs';
  const differing = (values: readonly Value[]) => pairsOf(values).filter(([a, b]) => a !== b).length;
  const expected = differing(all) / (all.length * (all.length - 1));
  if (expected === 0) return 'one-category';
  const observed =
    units.reduce((sum, values) => sum + differing(values) / (values.length - 1), 0) / all.length;
  return 1 - observed / expected;
}

/** κ by the raters' shares of each category. */
function kappaByShares(rows: readonly Row[]): number | string {
  const judged = rows.filter(row => given(row).length === 2);
  if (judged.length === 0) return 'no-pairs';
  const share = (rater: number, category: Value) =>
    judged.filter(row => row[rater] === category).length / judged.length;
  const categories = [...new Set(judged.flatMap(given))];
  if (categories.length === 1) return 'one-category';
  const chance = categories.reduce<number>(
    (sum, category) => sum + share(0, category) * share(1, category),
    0,
  );
  const agreed = judged.filter(([a, b]) => a === b).length / judged.length;
  return (agreed - chance) / (1 - chance);
}

/** Gwet's formula unit by unit; a word for what has no value. */
function ac1ByUnits(rows: readonly Row[]): number | string {
  const units = rows.map(row => row.filter(value => value !== null)).filter(values => values.length > 0);
  const categories = [...new Set(units.flat().map(String))];
  const paired = units.filter(values => values.length > 1);
  if (paired.length === 0) return 'no-pairs';
  if (categories.length < 2) return 'one-category';
  const agreed = paired.map(values => {
    const alike = values.flatMap((a, i) => values.filter((b, j) => i !== j && String(a) === String(b)));
    return alike.length / (values.length * (values.length - 1));
  });
  const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
  const shares = categories.map(category =>
    mean(units.map(values => values.filter(value => String(value) === category).length / values.length)),
  );
  const chance = shares.reduce((sum, share) => sum + share * (1 - share), 0) / (categories.length - 1);
  return (mean(agreed) - chance) / (1 - chance);
}
