import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { stepsOf } from '../../../src/core/protocol/schema';

describe('near misses of the four-stage protocol', () => {
  const [fourStage] = builtinProtocols();
  assert.ok(fourStage);
  const [relationship, exploration, planning, closing] = fourStage.protocol.stages;

  function near(title: string, within = relationship): readonly [string, string, string] | undefined {
    const found = fourStage?.nearHeading(title, within);
    if (!found) return undefined;
    const id = found.term.kind === 'stage' ? found.term.stage.id : found.term.section.id;
    return [id, found.title, found.language];
  }

  it('are misspelt titles of stages', () => {
    assert.deepEqual(near('Membangun hubngan'), ['relationship', 'Membangun hubungan', 'id']);
    assert.deepEqual(near('Tahap 2: Identifikasi dan eksplorasi maslah'), [
      'exploration',
      'Identifikasi dan eksplorasi masalah',
      'id',
    ]);
    assert.deepEqual(near('**Planing the solution**'), ['planning', 'Planning the solution', 'en']);
  });

  it('are misspelt titles of the sections of the stage, and of no other stage', () => {
    assert.deepEqual(near('Tujuan konselin'), ['client-goals', 'Tujuan konseli', 'id']);
    assert.deepEqual(near('Counselor goals'), ['counselor-goals', "Counselor's goals", 'en']);
    assert.deepEqual(near('Dimensi kognitf', exploration), ['cognition', 'Dimensi kognitif', 'id']);
    assert.equal(near('Dimensi kognitf', closing), undefined);
    assert.equal(fourStage.nearHeading('Dimensi kognitf', undefined), undefined);
  });

  it('are found with synonyms in the title, misspelt too', () => {
    assert.deepEqual(near('Tujuan klein'), ['client-goals', 'Tujuan konseli', 'id']);
    assert.deepEqual(near('Definsi problem', exploration), ['definition', 'Definisi masalah', 'id']);
  });

  it('are not what the protocol itself calls something else', () => {
    for (const title of [
      'Tujuan konseling',
      'Tujuan konselor',
      'Tindakan konselor',
      'Penguatan',
      'Ditambah',
    ]) {
      for (const within of [relationship, exploration, planning, closing]) {
        assert.equal(near(title, within), undefined, title);
      }
    }
  });

  it('are not the titles themselves, nor words of another kind', () => {
    for (const title of ['Rapport', 'Perasaan', 'Catatan', 'Sesi 3', 'Waktu', 'Masalah', '', 'x']) {
      assert.equal(near(title, exploration), undefined, title);
    }
  });

  it('take no more than one edit in short titles and two in longer ones', () => {
    assert.equal(near('Kognsi', exploration)?.[0], 'cognition');
    assert.equal(near('Kgnsi', exploration), undefined);
    assert.equal(near('Keputusn', closing)?.[0], 'decision');
    assert.equal(near('Kepuutsn', closing)?.[0], 'decision');
    assert.equal(near('Kpuutsn', closing), undefined);
    assert.equal(near('Suasana hbungn')?.[0], 'quality');
    assert.equal(near('Suasn hbungn'), undefined);
  });

  it('are the titles with a letter lost, wherever it is lost, unless they are read all the same', () => {
    const titles = stepsOf(fourStage.protocol).flatMap(stage => Object.values(stage.title));
    const place = fc
      .constantFrom(...titles)
      .chain(title => fc.record({ title: fc.constant(title), at: fc.nat(title.length - 1) }));
    fc.assert(
      fc.property(place, ({ title, at }) => {
        const lost = title.slice(0, at) + title.slice(at + 1);
        const meant = fourStage.matchStage(title)?.term;
        const names = fourStage.matchStage(lost) !== undefined;
        const isLoose = meant !== undefined && fourStage.titleWords(lost).loose?.term === meant;
        const isNear = fourStage.nearHeading(lost, undefined)?.term.stage.id === meant?.id;
        assert.ok(names || isLoose || isNear, lost);
      }),
      { numRuns: 300 },
    );
  });

  it('of names in `stages:` are found by id and by title', () => {
    assert.equal(fourStage.nearStageName('exploraton')?.id, 'exploration');
    assert.equal(fourStage.nearStageName('Terminasy')?.id, 'closing');
    assert.equal(fourStage.nearStageName('exploration'), undefined);
    assert.equal(fourStage.nearStageName('homework'), undefined);
  });
});

describe('the name of a stage in `stages:`', () => {
  const [fourStage] = builtinProtocols();
  it('is its id, a title, an alias or its number', () => {
    const names = [
      'planning',
      'Planning',
      'Perencanaan solusi',
      'perencanaan pemecahan problem',
      'Tahap 3',
      '3. Planning the solution',
    ];
    for (const name of names) assert.equal(fourStage?.stageByName(name)?.id, 'planning', name);
  });

  it('is of no stage when the protocol has no such words', () => {
    for (const name of ['', 'plans', '9', '0', 'Tahap 9'])
      assert.equal(fourStage?.stageByName(name), undefined, name);
    assert.equal(fourStage?.stageByName('3')?.id, 'planning', 'a number is that of a stage');
  });
});

describe('a key of the front matter', () => {
  const [fourStage] = builtinProtocols();
  it('means a field by id or alias, whatever its case', () => {
    assert.equal(fourStage?.fieldByKey('client')?.id, 'client');
    assert.equal(fourStage?.fieldByKey('Konseli')?.id, 'client');
    assert.equal(fourStage?.fieldByKey('PERTEMUAN')?.id, 'session');
    assert.equal(fourStage?.fieldByKey('tanggal')?.id, 'date');
    for (const key of ['kelas-semester', 'Kelas/semester', 'kelas / semester', 'Kelas_Semester'])
      assert.equal(fourStage?.fieldByKey(key)?.id, 'class', key);
    assert.equal(fourStage?.fieldByKey('warna'), undefined);
    assert.equal(fourStage?.fieldByKey('__proto__'), undefined);
  });
});
