import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseNote } from '../../../src/core/note/parseNote';
import { readScore, withWordsApart } from '../../../src/core/note/scoreValue';
import { loadWorkspaceProtocols } from '../../../src/core/protocol/loadWorkspaceProtocols';

const { set: protocols } = loadWorkspaceProtocols([]);
const phq9 = { min: 0, max: 27 };

function scoresOf(frontMatter: readonly string[], body: readonly string[] = []) {
  const text = ['---', 'protocol: dap', 'client: K-1', ...frontMatter, '---', '## Data', ...body, ''].join(
    '\n',
  );
  return parseNote(text, { protocols, defaultProtocol: 'dap' }).scores.map(
    ({ measure, text: written, range, reading }) => {
      if (written !== '') assert.equal(text.slice(range.start, range.end).replaceAll('"', ''), written);
      return `${measure.id} ${reading.kind === 'scores' ? reading.values.join(' ') : reading.kind}`;
    },
  );
}

describe('a score', () => {
  it('is read as people write it', () => {
    const values = [
      ['12', 12],
      [' 12. ', 12],
      ['12/27', 12],
      ['12 / 27 (moderate)', 12],
      ['12 (moderate)', 12],
      ['12 ↓ (14)', 12],
      ['12, sedang', 12],
      ['12 – sedang', 12],
      ['7,5', 7.5],
      ['7.5', 7.5],
      ['0', 0],
      ['27', 27],
    ] as const;
    for (const [text, value] of values)
      assert.deepEqual(readScore(text, phq9), { kind: 'scores', values: [value] }, text);
    assert.deepEqual(readScore('20 → 12 (after)', phq9), { kind: 'scores', values: [20, 12] });
    assert.deepEqual(readScore('−3', { min: -5, max: 5 }), { kind: 'scores', values: [-3] });
  });

  it('may be all that a line or a row of a table says of a measure', () => {
    for (const line of [
      'PHQ-9 hari ini 12',
      'PHQ-9 today: 12 (moderate)',
      'Skor PHQ-9 12.',
      '- PHQ-9 12/27',
      '**PHQ-9** 12',
      '| PHQ-9 | 12 |',
      '| Skor PHQ-9 | 12 (sedang) |',
    ])
      assert.deepEqual(scoresOf([], [line]), ['phq9 12'], line);
    assert.deepEqual(scoresOf([], ['| Tes | Skor |', '|---|---|', '| PHQ-9 | 12 |', '| GAD-7 | 9 |']), [
      'phq9 12',
      'gad7 9',
    ]);
    assert.deepEqual(scoresOf([], ['| PHQ-9: 12 | GAD-7: 9 |']), ['phq9 12', 'gad7 9']);
    for (const line of [
      'GAD-7 turun dari 15 ke 9',
      'PHQ-9 item 9 2',
      'PHQ-9',
      'PHQ-9 minggu lalu 12',
      'PHQ-9 in 2026',
      '| PHQ-9 | 12 | 9 |',
      '| PHQ-9 | 12-14 |',
      '| PHQ-9 | GAD-7 |',
      'We did the PHQ-9 12',
      'PHQ-9 99',
      'SUDS 7',
    ])
      assert.deepEqual(scoresOf([], [line]), [], line);
  });

  it('outside its range, or on another scale, is told from what is no score', () => {
    assert.deepEqual(readScore('32', phq9), { kind: 'out-of-range' });
    assert.deepEqual(readScore('-1', phq9), { kind: 'out-of-range' });
    assert.deepEqual(readScore('12 -> 32', phq9), { kind: 'out-of-range' });
    assert.deepEqual(readScore('13/25', phq9), { kind: 'other-scale', of: 25 });
    for (const text of [
      '',
      'high',
      '12-14',
      '12 - 14',
      '12 moderate',
      '52%',
      '2026-02-01',
      '12, 14',
      '→',
      '1 → ',
    ])
      assert.deepEqual(readScore(text, phq9), { kind: 'unreadable' }, text);
  });

  it('has its words put in parentheses where they only follow the number', () => {
    assert.equal(withWordsApart('12 moderate.'), '12 (moderate)');
    assert.equal(withWordsApart('moderate'), undefined);
    assert.equal(withWordsApart('12-14'), undefined);
  });

  it('is within its range or told, whatever is written', () => {
    const range = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 51, max: 500 }));
    const written = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom('1', '7', '/', ' ', '(', ')', '→', '->', ',', '.', '-', 'a'),
        maxLength: 30,
      }),
      fc.double().map(String),
    );
    fc.assert(
      fc.property(written, range, (text, [min, max]) => {
        const reading = readScore(text, { min, max });
        if (reading.kind !== 'scores') return;
        assert.ok(reading.values.length > 0);
        assert.ok(reading.values.every(value => value >= min && value <= max));
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 27 }), score => {
        assert.deepEqual(readScore(String(score), phq9), { kind: 'scores', values: [score] });
      }),
    );
  });
});

describe('the scores of a note', () => {
  it('stand in its front matter, under any name of the measure', () => {
    assert.deepEqual(
      scoresOf(['phq9: 12', 'GAD-7: "8"', 'WHO 5: 13/25', 'suds: [80, 40]', 'core10: {a: 1}']),
      ['phq9 12', 'gad7 8', 'who5 13', 'suds 80', 'suds 40', 'core10 unreadable'],
    );
    assert.deepEqual(scoresOf(['phq9:', 'mood: 12']), []);
  });

  it('stand in lines and items of its text', () => {
    const body = [
      'PHQ-9: 12, GAD-7: 8.',
      '',
      '**SUDS:** 80 → 40',
      '',
      '- Skor WHO-5 = 13 (cukup)',
      '  - CORE-10: 50',
    ];
    assert.deepEqual(scoresOf([], body), [
      'phq9 12',
      'gad7 8',
      'suds 80 40',
      'who5 13',
      'core10 out-of-range',
    ]);
  });

  it('are not looked for in words on a measure', () => {
    const body = [
      'PHQ-9: next week',
      'Target PHQ-9: 5',
      'We talked about the PHQ-9',
      '> PHQ-9: 40',
      '`PHQ-9: 40`',
    ];
    assert.deepEqual(scoresOf([], body), []);
    assert.deepEqual(scoresOf(['kind: transcript', 'phq9: 40']), []);
  });

  it('are found in any text without a fault', () => {
    const piece = fc.constantFrom(
      'PHQ-9',
      'phq9',
      ':',
      '=',
      ' ',
      '12',
      '32',
      '**',
      ',',
      '\n',
      '- ',
      '→',
      '(',
      ')',
      '|',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        scoresOf([], [pieces.join('')]);
      }),
      { numRuns: 1000 },
    );
  });
});
