import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nearestName, nearestShort, nearIndex, uniqueNearest } from '../../../src/core/text/nearest';

/** The distance as its definition says (optimal string alignment). */
function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => i + j),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row) row[j] = least;
    }
  }
  return at(a.length, b.length);
}

describe('a near miss', () => {
  it('is one edit away from a name of 5 to 8 characters', () => {
    for (const text of ['outcoms', 'outcomee', 'utcome', 'otucome', 'outc ome']) {
      assert.equal(nearestName(text, ['outcome']), 'outcome', text);
    }
    for (const text of ['outcom', 'outcomes']) assert.equal(nearestName(text, ['outcome']), 'outcome', text);
    for (const text of ['outkoms', 'outc', 'outcome'])
      assert.equal(nearestName(text, ['outcome']), undefined, text);
  });

  it('is up to two edits away from a longer name', () => {
    assert.equal(nearestName('disposisoin', ['disposition']), 'disposition');
    assert.equal(nearestName('dispositon', ['disposition']), 'disposition');
    assert.equal(nearestName('disposisi', ['disposition']), undefined);
  });

  it('of names under 5 characters does not exist', () => {
    assert.equal(nearestName('tims', ['time']), undefined);
    assert.equal(nearestName('timee', ['time']), undefined);
  });

  it('is of the nearest name, and of none where two are equally near', () => {
    assert.equal(nearestName('alternatif', ['alternatives', 'alternatix']), 'alternatix');
    assert.equal(nearestName('abcdefghix', ['abcdefghia', 'abcdefghib']), undefined);
  });

  it('may be of one thing by several of its names', () => {
    const index = nearIndex([
      ['abcdefghia', 'thing'],
      ['abcdefghib', 'thing'],
    ] as const);
    assert.equal(
      uniqueNearest(index.near('abcdefghix'), (a, b) => a === b),
      'thing',
    );
  });

  it('is found by the index exactly when the distance allows it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 12 });
    fc.assert(
      fc.property(word, word, (text, known) => {
        const distance = editDistance(text, known);
        const most = known.length < 5 ? 0 : known.length <= 8 ? 1 : 2;
        const expected = distance > 0 && distance <= most ? [{ value: known, steps: distance }] : [];
        assert.deepEqual(nearIndex([[known, known]]).near(text), expected);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a known text of few letters', () => {
  it('is meant where it is one edit away, and no other is', () => {
    const known = ['ask', 'act', 'tell', 'tall', 'affect'];
    for (const [text, meant] of [
      ['asks', 'ask'],
      ['aks', 'ask'],
      ['as', 'ask'],
      ['tel', 'tell'],
      ['ast', undefined],
      ['tll', undefined],
      ['ask', undefined],
      ['asking', undefined],
      ['afect', undefined],
    ] as const)
      assert.equal(nearestShort(text, known), meant, text);
  });
});
