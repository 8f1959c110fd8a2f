import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agreementReport } from '../../../src/core/agreement/agreementReport';
import { wordsHash } from '../../../src/core/transcript/wordsHash';
import { render } from '../../../src/l10n/catalogue';
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
      [attending?.code, attending?.units, attending?.measures.percent.estimate, attending?.count],
      ['attending', 3, 2 / 3, [2, 1]],
    );
    assert.deepEqual(
      [
        changeTalk?.code,
        changeTalk?.units,
        changeTalk?.measures.percent.estimate,
        changeTalk?.measures.kappa.estimate,
        changeTalk?.count,
      ],
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
        cells: [
          { row: ['attending', 'open-question'], column: ['attending'], units: 1 },
          { row: ['attending'], column: ['attending'], units: 1 },
          { row: [], column: ['open-question'], units: 1 },
        ],
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

describe('comparing raters who give several codes', () => {
  const codes = ['affect', 'time', 'change-talk', 'attending', 'open-question'];
  const coded = (sets: readonly (readonly string[])[]): readonly string[] =>
    sets.map(
      (set, at) => `${at % 3 === 0 ? 'RA' : 'K-014'}: kata ${at} ${set.map(code => `#${code}`).join(' ')}`,
    );
  const anySets = fc
    .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 1, max: 14 }))
    .chain(([raters, turns]) => {
      const sets = fc.array(fc.subarray(codes), { minLength: turns, maxLength: turns });
      return fc.array(sets, { minLength: raters, maxLength: raters });
    });

  it('gives α by Jaccard and MASI as their definitions do, pair by pair', () => {
    fc.assert(
      fc.property(anySets, raters => {
        const versions = raters.map((sets, at) => version({ rater: `R${at}` }, ...coded(sets)));
        const { sets } = compared(versions, { roles: ['counselor', 'client'] });
        for (const uncoded of ['missing', 'value'] as const)
          for (const kind of ['jaccard', 'masi'] as const)
            assertClose(sets?.[uncoded][kind], alphaOfSets(raters, uncoded, kind));
      }),
      { numRuns: 60 },
    );
  });

  it('takes each role for itself, and prints what was compared by what', () => {
    const versions = ['RA', 'JT'].map((rater, at) =>
      version(
        { rater },
        'RA: a #attending',
        'K-014: b #change-talk',
        `K-014: c ${at === 0 ? '#affect' : '#time'}`,
      ),
    );
    const { byRole, codebooks, transcripts } = compared(versions, { roles: ['counselor', 'client'] });
    assert.deepEqual(
      byRole.map(({ role, units, measures }) => [role, units, measures.percent.estimate]),
      [
        ['client', 2, 1 / 2],
        ['counselor', 1, 1],
      ],
    );
    assert.deepEqual(
      codebooks.map(({ protocol, hash }) => [protocol, /^[0-9a-f]{64}$/.test(hash)]),
      [['training', true]],
    );
    assert.equal(transcripts[0]?.words, wordsHash(versions[0]?.transcript ?? { turns: [] }));
  });

  it('draws whole transcripts for its intervals where that is asked for, which makes them wider', () => {
    const versions = Array.from({ length: 12 }, (_, id) =>
      ['RA', 'JT'].map((rater, at) => {
        // Raters agree on all turns of half of the transcripts, and on none of the others.
        const isAgreed = at === 0 || id % 2 === 0;
        const turn = (place: number) => (isAgreed === (place % 2 === 0) ? '#attending' : '#open-question');
        return version(
          { id: `t${id}`, rater },
          ...Array.from({ length: 8 }, (__, n) => `RA: kata ${n} ${turn(n)}`),
        );
      }),
    ).flat();
    const width = (cluster: 'turn' | 'transcript'): number => {
      const { overall } = compared(versions, { cluster });
      assert.equal(overall.missing.alpha.estimate, compared(versions).overall.missing.alpha.estimate);
      const { interval } = overall.missing.percent;
      assert.ok(typeof interval !== 'string');
      return interval[1] - interval[0];
    };
    assert.ok(width('transcript') > 2 * width('turn'));
  });

  it('shows the 20 most frequent disagreements where there are many, and says how many more', () => {
    const turns = Array.from({ length: 60 }, (_, at) => at);
    const versions = ['RA', 'JT'].map((rater, at) =>
      version({ rater }, ...turns.map(n => `RA: kata ${n} #attending${at === 0 ? '' : ` #x${n}`}`)),
    );
    const report = agreementReport(compared(versions), { language: 'en', say: render });
    const many = report.sections.find(({ table }) => table?.rows.length === 20);
    assert.ok(many !== undefined);
    assert.match(many.lines.join(), /40 more/);
  });
});

function assertClose(actual: number | string | undefined, expected: number | undefined): void {
  if (expected === undefined) assert.equal(typeof actual, 'string');
  else assert.ok(typeof actual === 'number' && Math.abs(actual - expected) < 1e-9, `${actual} ${expected}`);
}

/** α over all pairs of values, written out as its definition is, with nothing of the code that is tested. */
function alphaOfSets(
  raters: readonly (readonly (readonly string[])[])[],
  uncoded: 'missing' | 'value',
  kind: 'jaccard' | 'masi',
): number | undefined {
  const distance = (a: readonly string[], b: readonly string[]): number => {
    const union = new Set([...a, ...b]).size;
    const both = a.filter(code => b.includes(code)).length;
    if (union === 0 || (both === a.length && both === b.length)) return 0;
    const weight = both === a.length || both === b.length ? 2 / 3 : 1 / 3;
    return both === 0 ? 1 : 1 - (both / union) * (kind === 'masi' ? weight : 1);
  };
  const units = (raters[0] ?? [])
    .map((_, turn) => raters.map(sets => sets[turn] ?? []))
    .map(values => values.filter(set => uncoded === 'value' || set.length > 0))
    .filter(values => values.length > 1);
  const all = units.flat();
  let observed = 0;
  for (const values of units)
    for (const [i, a] of values.entries())
      for (const [j, b] of values.entries()) if (i !== j) observed += distance(a, b) / (values.length - 1);
  let expected = 0;
  for (const [i, a] of all.entries())
    for (const [j, b] of all.entries()) if (i !== j) expected += distance(a, b);
  if (all.length === 0 || expected === 0) return undefined;
  return 1 - observed / all.length / (expected / (all.length * (all.length - 1)));
}
