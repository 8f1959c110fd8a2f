import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/textEdit';
import { noteWith, parse, problemsOf } from './support';

const exploration = (...body: readonly string[]): string =>
  noteWith(['## Eksplorasi masalah', '', '### Definisi masalah', 'Takut.', '', ...body]);

/** The messages and fixes about the titles of sections. */
function told(text: string): readonly string[] {
  return problemsOf(text)
    .filter(({ rule }) => rule === 'similar-heading')
    .map(({ message, severity, fixes }) =>
      [severity, message.args?.['title'], ...fixes.map(({ safety }) => safety)].join(' '),
    );
}

function sectionsOf(text: string): readonly string[] {
  return parse(text).stages.flatMap(({ sections }) => sections.map(({ section }) => section.id));
}

describe('a part of the title of a section', () => {
  it('is asked about where it stands, as a heading and as a label, in place of what is missing', () => {
    for (const body of [
      ['### Waktu', 'Sejak setahun lalu.'],
      ['Waktu: setahun terakhir'],
      ['**Waktu:** setahun terakhir'],
      ['- Waktu: setahun terakhir'],
    ]) {
      const text = exploration(...body);
      assert.deepEqual(told(text), ['warning Dimensi waktu suggestion'], body[0]);
      const problem = problemsOf(text).find(({ rule }) => rule === 'similar-heading');
      const mended = applyEdits(text, problem?.fixes[0]?.edits ?? []);
      assert.deepEqual(sectionsOf(mended), ['definition', 'time'], body[0]);
    }
  });

  it('is none where the section is there, and where it is a clock time, a role or says more', () => {
    for (const body of [
      ['### Dimensi waktu', 'Setahun.', '', '### Waktu', 'Lama.'],
      ['Waktu: 09.00'],
      ['Konseli: baik'],
      ['### Waktu luang', 'Jarang.'],
    ])
      assert.deepEqual(told(exploration(...body)), [], body[0]);
    assert.deepEqual(told(noteWith(['## Membangun hubungan', 'Akrab.', '', 'Waktu: setahun'])), []);
  });

  it('may be another name of it', () => {
    const text = exploration('### Kognitif', 'Merasa gagal.', '', '### Afektif', 'Malu.');
    assert.deepEqual(sectionsOf(text), ['definition', 'cognition', 'feeling']);
  });
});
