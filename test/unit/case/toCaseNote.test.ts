import assert from 'node:assert/strict';
import type { CaseNote } from '../../../src/core/case/caseNote';
import { KeptTexts } from '../../../src/core/case/keptTexts';
import { toCaseNote } from '../../../src/core/case/toCaseNote';
import { statusOfMarker } from '../../../src/core/note/markers';
import { parseNote } from '../../../src/core/note/parseNote';
import { builtin, indexTexts } from './noteTexts';

function textOf(frontMatter: readonly string[], body: readonly string[]): string {
  return ['---', 'protocol: four-stage', ...frontMatter, '---', ...body, ''].join('\n');
}

const context = { protocols: builtin, defaultProtocol: 'four-stage' };

function readText(text: string): CaseNote {
  return toCaseNote('a/n.md', parseNote(text, context));
}

function read(frontMatter: readonly string[], body: readonly string[]): CaseNote {
  return readText(textOf(frontMatter, body));
}

const body = [
  '## Membangun hubungan',
  '### Tujuan konseli',
  '- [/] Tidur sebelum **pukul 23.00** ^tidur [due:: 2026-03-19] [client:: K-2]',
  '## Eksplorasi masalah',
  'Tidak dibahas: waktu habis',
  '## Perencanaan pemecahan masalah',
  '## Terminasi',
  '### Tindakan konseli',
  '- [ ] Menulis jurnal',
  '### Keputusan',
  'Terselesaikan.',
];

describe('what a case knows of a note', () => {
  it('is that it is closed only where nothing else is decided', () => {
    const closes = (...decision: string[]) => read([], ['## Terminasi', '### Keputusan', ...decision]).closes;
    assert.equal(closes('[x] Terselesaikan', '[ ] Diteruskan'), true);
    assert.equal(closes('[ ] Terselesaikan', '[x] Diteruskan'), false);
    assert.equal(closes('Terselesaikan: belum'), false);
    assert.equal(closes('Selesai sesi hari ini, lanjut minggu depan'), false);
    assert.equal(closes('Masalah terselesaikan.', 'Konseling dilanjutkan.'), false);
    assert.equal(closes('Terselesaikan', '### Keputusan', 'Diteruskan'), false);
  });

  it('is that it has a plan, by the format or by how a heading calls the part', () => {
    const hasPlan = (...lines: string[]) => read([], lines).hasPlan;
    const byFormat = (format: string, ...lines: string[]) =>
      readText(textOf([], lines).replace('four-stage', format)).hasPlan;
    for (const item of ['- Menulis jurnal', '- [ ] Menulis jurnal', 'Menulis jurnal.'])
      assert.equal(hasPlan('## Rencana Tindak Lanjut', item), true, item);
    assert.equal(hasPlan('## Terminasi', '### RTL', '- Menulis jurnal'), true);
    assert.equal(hasPlan('## Perencanaan', 'Bertahap.'), true);
    assert.equal(byFormat('laporan-konseling', '## Rencana tindak lanjut', 'Bertahap.'), true);
    assert.equal(byFormat('soap', '## RTL', 'Bertahap.'), true);
    assert.equal(hasPlan('## Rencana Tindak Lanjut', '- [>] Menulis jurnal'), false);
    assert.equal(hasPlan('## Rencana Tindak Lanjut', ''), false);
    assert.equal(hasPlan('## Terminasi', '### Rencana aksi', '', '### Keputusan', 'Diteruskan.'), false);
    assert.equal(hasPlan('## Terminasi', '### Tindakan konseli', '- Menulis jurnal'), false);
  });

  it('is that it is a draft in which only what the program put there stands', () => {
    const isUnwritten = (...lines: string[]) => read(['status: draft'], lines).isUnwritten;
    const made = [
      '# Sesi 1',
      '',
      '## Membangun hubungan',
      '### Tujuan konselor',
      '- [ ] Memfasilitasi komunikasi',
      '### Tujuan konseli',
      '- [>] Tidur ^tidur',
      '- ',
      '## Eksplorasi masalah',
      '<!-- Apa masalahnya? -->',
    ];
    assert.equal(isUnwritten(...made), true);
    assert.equal(read([], made).isUnwritten, false);
    assert.equal(isUnwritten(...made, 'Takut.'), false);
    assert.equal(isUnwritten('Datang terlambat.', ...made), false);
    assert.equal(isUnwritten(...made, '## Catatan lain', 'Datang terlambat.'), false);
    assert.equal(isUnwritten(...made.slice(0, 4), '- [x] Memfasilitasi komunikasi'), false);
  });

  it('is its front matter, its stages and its decision', () => {
    const note = read(['konseli: [K-1, K-2]', 'pertemuan: 3', 'tanggal: 2026-03-12', 'status: draft'], body);
    const { places, switches, ...rest } = note;
    assert.deepEqual(
      { ...rest, mentions: note.mentions.length },
      {
        path: 'a/n.md',
        kind: 'note',
        clients: ['K-1', 'K-2'],
        session: 3,
        next: undefined,
        date: '2026-03-12',
        counselor: undefined,
        draft: true,
        attendance: 'attended',
        contact: undefined,
        closed: undefined,
        protocol: 'four-stage',
        others: [],
        protocolKind: 'session',
        use: 'session',
        language: 'id',
        presentStages: ['relationship', 'exploration', 'planning', 'closing'],
        recordedStages: ['relationship', 'closing'],
        recordedSections: [],
        risk: undefined,
        hasPlan: false,
        isUnwritten: false,
        scores: [],
        coveredStages: ['relationship', 'exploration', 'planning', 'closing', 'risk'],
        choices: ['resolved'],
        closes: true,
        mentions: 2,
        untracked: [],
        isReadable: true,
      },
    );
  });

  it('is of each goal what it says and where, without the text around it', () => {
    const [goal, action] = read(['client: K-2'], body).mentions.map(({ said }) => said);
    assert.deepEqual(
      [
        goal?.kind,
        goal?.text,
        goal?.comparableText,
        statusOfMarker(goal?.marker ?? ''),
        goal?.id,
        goal?.due,
        goal?.client,
      ],
      [
        'goal',
        'Tidur sebelum **pukul 23.00**',
        'tidur sebelum pukul 23.00',
        'in-progress',
        'tidur',
        '2026-03-19',
        'K-2',
      ],
    );
    assert.deepEqual([action?.kind, action?.stage, action?.section], ['action', 'closing', 'actions']);
  });

  it('is one and the same for goals that say the same, in whichever note, and another where one thing differs', () => {
    const kept = new KeptTexts();
    const saidBy = (line: string, stage = '## Rapport') => {
      const note = parseNote(textOf(['client: K-2, K-3'], [stage, line]), context);
      const [mention] = [...note.goals, ...note.untracked];
      assert.ok(mention, line);
      return { said: kept.said(mention), mention };
    };
    const goal = '- [ ] Walk #legs [pace:: slow] ^walk';
    const { said } = saidBy(goal);
    const again = saidBy(goal);
    assert.equal(again.said, said);
    const others = [
      saidBy('- [x] Walk #legs [pace:: slow] ^walk'),
      saidBy('- [ ] Walk #arms [pace:: slow] ^walk'),
      saidBy('- [ ] Walk #legs [pace:: fast] ^walk'),
      saidBy('- [ ] Walk #legs [speed:: slow] ^walk'),
      saidBy('- [ ] Walk #legs [pace:: slow] ^walks'),
      saidBy('- [ ] Walk #legs [pace:: slow]'),
      saidBy('- [ ] Walk [pace:: slow] ^walk'),
      saidBy('- [ ] Walk #legs [pace:: slow] [client:: K-3] ^walk'),
      saidBy(goal, '## Terminasi'),
    ];
    assert.equal(new Set([said, ...others.map(each => each.said)]).size, others.length + 1);
    for (let day = 10; day < 31; day++) saidBy(`${goal} [due:: 2026-03-${day}]`);
    assert.deepEqual(kept.said(again.mention), said);
  });

  it("is of each goal all that stands behind its words, the user's own fields too", () => {
    const [goal] = read(
      ['client: K-2'],
      ['## Rapport', '- [ ] Walk #legs [pace:: slow] ^walk [gas:: -1] #Daily'],
    ).mentions;
    assert.deepEqual(goal?.said.fields, [
      { key: 'pace', value: 'slow' },
      { key: 'gas', value: '-1' },
    ]);
    assert.deepEqual(goal?.said.tags, ['legs', 'Daily']);
  });

  it('is where its problems are shown, each on one line', () => {
    const text = textOf(
      ['pertemuan: 3', 'tanggal: 2026-03-12'],
      [
        '## Rapport',
        '- [ ] Tidur lebih',
        '  awal ^tidur [replaces:: ^a]',
        '## Rapport',
        '## Terminasi',
        '### Keputusan',
        'Selesai',
      ],
    );
    const note = readText(text);
    const { head, session, date, closing, stages } = note.places;
    const [goal] = note.mentions;
    const places = [head, session, date, closing, ...stages, goal?.place, goal?.replacesPlace];
    assert.deepEqual(
      places.map(place => text.slice(place?.start, place?.end)),
      ['---', '3', '2026-03-12', 'Selesai', 'Rapport', 'Terminasi', 'Tidur lebih', '^a'],
    );
    const lines = text.split('\n');
    for (const place of places) {
      assert.ok(place);
      const { start, end, line, character } = place;
      assert.equal(lines[line]?.slice(character, character + end - start), text.slice(start, end));
    }
    assert.equal(text.slice(goal?.place.start, goal?.wordsEnd), 'Tidur lebih\n  awal');
    const closed = textOf(['closed: referred'], ['## Terminasi', '### Keputusan', 'Selesai']);
    const place = readText(closed).places.closing;
    assert.equal(closed.slice(place?.start, place?.end), 'referred');
  });

  it('is whether all of it could be read', () => {
    assert.equal(read(['client: K-2'], body).isReadable, true);
    assert.equal(read(['client: "K-2'], body).isReadable, false);
    assert.equal(read(['client: K-2'], ['<<<<<<< a', 'x', '=======', 'y', '>>>>>>> b']).isReadable, false);
  });

  it('is what its comments silence, as far as there are such rules', () => {
    const comment = '<!-- session-notes-disable-file sync-copy no-such-rule -->';
    const { off } = read(['client: K-2'], [comment]).switches;
    assert.deepEqual([...off.keys()], ['sync-copy']);
  });

  it('is of a transcript or process note neither goals nor stages', () => {
    for (const kind of ['transcript', 'process']) {
      const note = read(['client: K-2', `kind: ${kind}`, 'session: 1'], body);
      assert.equal(note.kind, kind);
      assert.equal(note.session, 1);
      assert.deepEqual(
        [note.presentStages, note.recordedStages, note.coveredStages, note.choices, note.mentions],
        [[], [], [], [], []],
      );
      assert.equal(note.closes, false);
    }
  });

  it('makes one goal of wordings that differ in marks and case, once an id is there', () => {
    const text = (session: number, goal: string): string =>
      `---\nprotocol: four-stage\nclient: K-2\nsession: ${session}\n---\n## Terminasi\n- ${goal}\n`;
    const index = indexTexts([
      ['1.md', text(1, '[ ] Tidur sebelum *pukul* 23.00')],
      ['2.md', text(2, '[/] tidur sebelum pukul 23.00 ^tidur')],
      ['3.md', text(3, '[x] Tidur cukup ^tidur')],
    ]);
    const [goal, ...others] = index.get('k-2')?.goals.filter(({ status }) => status !== 'not-started') ?? [];
    assert.deepEqual(others, []);
    assert.deepEqual(
      [goal?.key, goal?.text, goal?.status, goal?.mentions.length],
      ['^tidur', 'Tidur cukup', 'achieved', 3],
    );
  });
});
