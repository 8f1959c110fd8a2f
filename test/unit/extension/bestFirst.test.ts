import assert from 'node:assert/strict';
import { bestFirst } from '../../../src/extension/services/tools/bestFirst';

const divider = { label: 'Last used', kind: -1 };

function shown(rows: Parameters<typeof bestFirst>[0], typed: string): readonly string[] {
  return bestFirst(rows, typed).map(({ label }) => label);
}

describe('the rows of a list', () => {
  const codes = [
    divider,
    { label: 'Komunikasi nonverbal' },
    { label: 'Komunikasi verbal' },
    { label: 'Verbal' },
  ];

  it('begin with what begins as typed, then come those in which a word does', () => {
    assert.deepEqual(shown(codes, 'verbal'), ['Verbal', 'Komunikasi verbal', 'Komunikasi nonverbal']);
    assert.deepEqual(shown(codes, ' VERB '), ['Verbal', 'Komunikasi verbal', 'Komunikasi nonverbal']);
  });

  it('are found by their id, too', () => {
    const ids = [
      { label: 'Empati', description: '#deep-empathy' },
      { label: 'Rasa', description: '#empathy' },
    ];
    assert.deepEqual(shown(ids, 'empathy'), ['Rasa', 'Empati']);
  });

  it('stand as given, dividers too, while nothing is typed', () => {
    assert.deepEqual(bestFirst(codes, '  '), codes);
  });

  it('keep those at their place that are there whatever is typed', () => {
    const rows = [
      { label: 'Selasa, 24 November 2026', alwaysShow: true },
      { label: 'Selasa, 1 Desember 2026', alwaysShow: true },
      { label: 'Hari ini, Senin' },
      { label: 'Selasa lalu' },
      { label: 'Baru: selasa', alwaysShow: true },
    ];
    assert.deepEqual(
      shown(rows, 'selasa'),
      [rows[0], rows[1], rows[3], rows[2], rows[4]].map(row => row?.label),
    );
  });
});
