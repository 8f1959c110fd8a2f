import assert from 'node:assert/strict';
import type { NoteContext } from '../../../src/core/note/note';
import { parseNote } from '../../../src/core/note/parseNote';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { protocolSet } from '../../../src/core/protocol/protocolSet';
import { titleText } from '../../../src/core/protocol/title';
import { lines } from './workshop';

const protocols = protocolSet(builtinProtocols());

function readAs(defaultProtocol: string, texts: readonly string[], context: Partial<NoteContext> = {}) {
  return parseNote(lines(...texts), { protocols, defaultProtocol, ...context });
}

/** The stages of a note of four stages with how they are named, and the headings that are asked about. */
function stagesIn(...texts: readonly string[]): readonly string[] {
  const { stages } = readAs('four-stage', texts);
  return stages.map(({ stage, naming, sections }) =>
    [naming, stage.id, ...sections.map(({ section }) => section.id)].join(' '),
  );
}

function askedIn(...texts: readonly string[]): readonly string[] {
  const { unnamed } = readAs('four-stage', texts);
  return unnamed.map(({ heading, asked }) => `${heading.title}: ${asked.map(({ id }) => id).join()}`);
}

describe('a heading in words of its own', () => {
  it('has only the words below it, up to the next heading that is no deeper', () => {
    const { unnamed } = readAs('four-stage', [
      '## Exploration',
      'a',
      '## Lunch',
      '## Weather',
      '### Rain',
      'b',
      '## Music',
    ]);
    assert.deepEqual(
      unnamed.map(({ heading, hasWords }) => [heading.title, hasWords]),
      [
        ['Lunch', false],
        ['Weather', true],
        ['Music', false],
      ],
    );
  });

  it('names a stage at the level of those that are named exactly, and no other', () => {
    assert.deepEqual(
      stagesIn(
        '## Eksplorasi masalah',
        'a',
        '### Perencanaan pemecahannya',
        'b',
        '## Solusi pemecahan',
        '# Penerapan dan penutup',
      ),
      ['exactly exploration', 'loosely planning'],
    );
  });

  it('else at the highest level that has two headings, else at the second', () => {
    assert.deepEqual(
      stagesIn('# Catatan', '## Sesi 2', '### Hubungan yang baik', 'a', '### Menggali masalahnya', 'b'),
      ['loosely relationship', 'loosely exploration'],
    );
    assert.deepEqual(stagesIn('# Hubungan yang baik', 'a', '## Menggali masalahnya', 'b'), [
      'loosely exploration',
    ]);
    assert.deepEqual(stagesIn('### Menggali masalahnya', 'a'), []);
    assert.deepEqual(stagesIn('# Hubungan yang baik', 'a', '# Menggali masalahnya', 'b'), [
      'loosely relationship',
      'loosely exploration',
    ]);
  });

  it('that is the title of the note names a stage only exactly', () => {
    assert.deepEqual(stagesIn('# Penerapan solusi dan penutup', 'a'), []);
    assert.deepEqual(stagesIn('# Penutup', 'a'), ['exactly closing']);
  });

  it('has sections, whose titles may stand at its own level', () => {
    assert.deepEqual(
      stagesIn('## Menggali masalahnya', '### Perasaan', 'a', '## Pikiran', 'b', '## Lain-lain', 'c'),
      ['loosely exploration feeling cognition'],
    );
  });

  it('names nothing in place of a title that is only misspelt', () => {
    const note = readAs('four-stage', ['## Eksplorsi masalah', 'a']);
    assert.deepEqual(note.stages, []);
    assert.equal(note.nearMisses[0]?.near.title, 'Eksplorasi masalah');
  });

  it('is the writer’s own where the practice says so, even if it is nearly a title', () => {
    const own = new Set(['Menggali masalahnya', 'Penutpu'].map(titleText));
    const texts = ['## **MENGGALI MASALAHNYA:**', 'a', '## Penutpu', 'b', '## Penutup', 'c'];
    const note = readAs('four-stage', texts, { ownHeadings: own });
    assert.deepEqual(
      note.stages.map(({ stage }) => stage.id),
      ['closing'],
    );
    assert.deepEqual([note.nearMisses, note.unnamed], [[], []]);
    assert.equal(readAs('four-stage', texts).stages[0]?.stage.id, 'exploration');
  });

  it('is no stage of one format of a note when another has it as a title', () => {
    const note = parseNote(
      lines(
        '---',
        'protocol: [laporan-konseling, four-stage]',
        '---',
        '## Hasil layanan',
        'a',
        '## Solusi',
        'b',
      ),
      { protocols, defaultProtocol: 'four-stage' },
    );
    const [other] = note.others;
    assert.deepEqual(
      [note.stages, other?.stages].map(stages => stages?.map(({ stage }) => stage.id)),
      [['results'], ['planning']],
    );
  });

  it('tells the language of the note', () => {
    assert.equal(readAs('four-stage', ['## Menggali masalahnya', 'a']).language, 'id');
    assert.equal(readAs('four-stage', ['## Exploring our problems', 'a']).language, 'en');
  });
});

describe('the title of a section at the level of stages', () => {
  it('opens its stage where nothing else names that', () => {
    assert.deepEqual(
      stagesIn(
        '## Keluhan',
        'a',
        '## Perasaan',
        'b',
        '## Solusi',
        'c',
        '## RTL',
        '- [ ] d',
        '## Keputusan',
        'e',
      ),
      ['opens exploration account feeling', 'opens planning solution', 'opens closing actions decision'],
    );
    assert.deepEqual(stagesIn('## Keluhan', 'a', '## Penutup', 'b', '## Perasaan', 'c'), [
      'opens exploration account',
      'exactly closing',
      'opens exploration feeling',
    ]);
  });

  it('is a heading of the writer’s own where the stage has its own', () => {
    assert.deepEqual(stagesIn('## Eksplorasi', 'a', '## Penutup', 'b', '## Perasaan', 'c'), [
      'exactly exploration',
      'exactly closing',
    ]);
  });

  it('has the goals and words of that section', () => {
    const note = readAs('four-stage', ['## PR', '- [ ] tidur lebih awal']);
    assert.deepEqual([note.goals[0]?.stage, note.goals[0]?.section], ['closing', 'actions']);
    assert.equal(note.stages[0]?.sections[0]?.fullness, 'filled');
    assert.equal(note.stages[0]?.mark, note.stages[0]?.sections[0]?.mark);
  });
});

describe('a heading that names nothing', () => {
  it('is asked about for the stages that the note lacks, each once, where most of its words are', () => {
    assert.deepEqual(askedIn('## Masalah di rumah', 'a', '## Solusi masalahnya', 'b', '## Sekolah', 'c'), [
      'Masalah di rumah: exploration',
      'Solusi masalahnya: planning,closing',
      'Sekolah: ',
    ]);
    assert.deepEqual(askedIn('## Eksplorasi', 'a', '## Masalah di rumah', 'b'), [
      'Masalah di rumah: planning,closing',
    ]);
  });

  it('is not asked about at another level, or as the title of the note', () => {
    assert.deepEqual(askedIn('# Masalah di rumah', 'a', '### Solusi di rumah', 'b'), []);
  });

  it('is not asked about for a stage that the session was not about', () => {
    assert.deepEqual(
      askedIn('---', 'protocol: four-stage', 'stages: [exploration]', '---', '## Solusi di rumah', 'b'),
      ['Solusi di rumah: '],
    );
  });
});
