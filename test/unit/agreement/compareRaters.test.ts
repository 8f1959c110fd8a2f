import assert from 'node:assert/strict';
import fc from 'fast-check';
import { measured, type Row } from './ratings';
import { compared, version } from './versions';

/** Five turns: counselor, client, counselor, client, counselor, with what is appended to each. */
function five(rater: string, ...codes: readonly [string, string, string, string, string]) {
  const words = ['**RA:** One', '**K-014:** Two', '**RA:** Three', '**K-014:** Four', '**RA:** Five'];
  return version({ rater }, ...words.map((turn, at) => `${turn} ${codes[at]}`.trim()));
}

describe('the comparison of raters', () => {
  it('counts the turns of those whom the codes in use apply to', () => {
    const techniques = compared([
      five('RA', '#attending', '', '#attending', '', ''),
      five('JT', '#attending', '', '#open-question', '#attending', ''),
    ]);
    assert.deepEqual(techniques.roles, ['counselor']);
    assert.equal(techniques.units, 3);
    assert.deepEqual(techniques.coverage, { all: 2, some: 0, none: 1, outside: 1 });
    const both = compared([
      five('RA', '#attending', '#change-talk', '', '', ''),
      five('JT', '', '', '', '', ''),
    ]);
    assert.deepEqual(both.roles, ['client', 'counselor']);
    assert.equal(both.units, 5);
    const everybody = compared([
      five('RA', '#attending', '#affect', '', '', ''),
      five('JT', '', '', '', '', ''),
    ]);
    assert.equal(everybody.roles, undefined);
  });

  it('does not count other turns because a code is misspelt', () => {
    const { units, codes } = compared([
      five('RA', '#attending', '', '#atending', '', ''),
      five('JT', '#attending', '', '#attending', '', ''),
    ]);
    assert.equal(units, 3);
    assert.deepEqual(
      codes.map(({ code, count }) => [code, count]),
      [
        ['attending', [2, 1]],
        ['atending', [0, 1]],
      ],
    );
  });

  it('counts the turns of the roles that are asked for', () => {
    const versions = [
      five('RA', '#attending', '#affect', '', '', ''),
      five('JT', '#attending', '', '', '#affect', ''),
    ];
    const { units, codes } = compared(versions, { roles: ['client'] });
    assert.equal(units, 2);
    assert.deepEqual(
      codes.map(({ code, units: own }) => [code, own]),
      [['affect', 2]],
    );
  });

  it('takes the set of codes of a turn, passages and order apart, as its value', () => {
    const { overall } = compared([
      version(
        { rater: 'RA' },
        '**RA:** {==Tell==}{>>#open-question<<} me. #attending',
        '**RA:** Yes. #attending',
      ),
      version(
        { rater: 'JT' },
        '**RA:** Tell me. #attending #open-question #attending',
        '**RA:** Yes. #attending',
      ),
    ]);
    assert.equal(overall.missing.percent.estimate, 1);
    assert.equal(overall.missing.kappa.estimate, 1);
  });

  it('reads an uncoded turn as missing and as a value of its own', () => {
    const { overall } = compared([
      five('RA', '#attending', '', '#attending', '', '#open-question'),
      five('JT', '#attending', '', '', '', '#attending'),
    ]);
    assert.deepEqual(
      [overall.missing, overall.value].map(({ percent }) => percent.estimate),
      [1 / 2, 1 / 3],
    );
  });

  it('takes a code as present or absent in the turns that it applies to', () => {
    const { codes } = compared([
      five('RA', '#attending', '#change-talk', '', '#change-talk', ''),
      five('JT', '#attending', '#change-talk', '#attending', '', ''),
    ]);
    const [attending, changeTalk] = codes;
    assert.deepEqual(
      [attending?.code, attending?.units, attending?.percent, attending?.count],
      ['attending', 3, 2 / 3, [2, 1]],
    );
    assert.deepEqual(
      [changeTalk?.code, changeTalk?.units, changeTalk?.percent, changeTalk?.kappa, changeTalk?.count],
      ['change-talk', 2, 1 / 2, 0, [1, 2]],
    );
  });

  it('compares the stages that turns stand in, of everybody', () => {
    const staged = (rater: string, ...lines: readonly string[]) => version({ rater }, ...lines);
    const agreement = compared(
      [
        staged(
          'RA',
          '**RA:** Hm.',
          '## Opening',
          '**RA:** One',
          '**K-014:** Two',
          '## Working',
          '**RA:** Three',
        ),
        staged(
          'JT',
          '## Opening',
          '**RA:** Hm.',
          '**RA:** One',
          '## Working',
          '**K-014:** Two',
          '**RA:** Three',
        ),
      ],
      { on: 'stage' },
    );
    assert.equal(agreement.units, 4);
    assert.deepEqual(agreement.coverage, { all: 3, some: 1, none: 0, outside: 0 });
    assert.equal(agreement.overall.missing.percent.estimate, 2 / 3);
    assert.deepEqual(
      agreement.codes.map(({ code, count }) => [code, count]),
      [
        ['opening', [2, 2]],
        ['working', [2, 1]],
      ],
    );
  });

  it('counts characters, an emoji as one, with the codes that cover each', () => {
    const { units, codes, disagreements, overall } = compared(
      [
        version({ rater: 'RA' }, '**K-014:** 🙂 {==bad==}{>>#affect<<} day'),
        version({ rater: 'JT' }, '**K-014:** {==🙂  bad==}{>>#affect<<} day'),
      ],
      { unit: 'character', uncoded: 'value' },
    );
    assert.equal(units, 9);
    assert.deepEqual(codes[0]?.count, [5, 3]);
    assert.equal(overall.value.percent.estimate, 7 / 9);
    assert.deepEqual(
      disagreements.map(each => each.codes),
      [[['affect'], []]],
    );
  });

  it('puts several transcripts together, and takes each for itself', () => {
    const both = (id: string, ra: string, other: string, jt: string) => [
      version({ id, rater: 'RA' }, `**RA:** One ${ra}`),
      version({ id, rater: other }, `**RA:** One ${jt}`),
    ];
    const { raters, units, transcripts, overall } = compared([
      ...both('t1', '#attending', 'JT', '#attending'),
      ...both('t2', '#attending', 'SN', '#open-question'),
    ]);
    assert.deepEqual(raters, ['JT', 'RA', 'SN']);
    assert.equal(units, 2);
    assert.equal(overall.missing.percent.estimate, 1 / 2);
    assert.equal(overall.missing.kappa.estimate, 'not-two-raters');
    assert.deepEqual(
      transcripts.map(({ measures: { percent, kappa } }) => [percent.estimate, kappa.estimate]),
      [
        [1, 'one-category'],
        [0, 0],
      ],
    );
  });

  it('shows which codes the raters confuse', () => {
    const { confusions } = compared([
      five('RA', '#attending', '', '#attending', '', '#open-question'),
      five('JT', '#attending', '', '#open-question #attending', '', ''),
    ]);
    assert.deepEqual(confusions, [
      {
        raters: ['JT', 'RA'],
        values: [['attending'], ['attending', 'open-question'], ['open-question'], []],
        counts: [
          [1, 0, 0, 0],
          [1, 0, 0, 0],
          [0, 0, 0, 0],
          [0, 0, 1, 0],
        ],
        leftOut: undefined,
      },
    ]);
  });

  it('names the turns on which the raters differ', () => {
    const { disagreements } = compared([
      five('RA', '#attending', '', '#attending', '', '#open-question'),
      five('JT', '#attending', '', '#open-question #attending', '', ''),
    ]);
    assert.deepEqual(
      disagreements.map(({ turn, codes }) => [turn, codes]),
      [
        [2, [['attending', 'open-question'], ['attending']]],
        [4, [[], ['open-question']]],
      ],
    );
  });

  it('gives the measures of the values that it takes, whatever the codes', () => {
    const anyCodes = fc.subarray(['#attending', '#open-question']).map(codes => codes.join(' '));
    const anyVersion = fc.tuple(anyCodes, anyCodes, anyCodes, anyCodes, anyCodes);
    fc.assert(
      fc.property(anyVersion, anyVersion, anyVersion, (a, b, c) => {
        const { overall } = compared([five('A', ...a), five('B', ...b), five('C', ...c)], {
          roles: ['counselor', 'client'],
        });
        const rows = (uncoded: string | null): Row[] =>
          a.map((first, turn) => [first, b[turn] ?? '', c[turn] ?? ''].map(codes => codes || uncoded));
        assert.deepEqual(overall.missing, measured(rows(null)));
        assert.deepEqual(overall.value, measured(rows('none')));
      }),
      { numRuns: 15 },
    );
  });
});
