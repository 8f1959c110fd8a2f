import assert from 'node:assert/strict';
import { formLines } from '../../../src/core/note/formLines';
import { parse, problemsOf } from './support';

const head = (protocol: string) => `---\nprotocol: ${protocol}\n---\n`;

/** The rows that every form has, as schools print them. */
const rows = [
  'Nama konseli : K-052',
  'Kelas/semester : VIII B / genap',
  'Hari, tanggal : Rabu, 14 Januari 2026',
  'Pertemuan ke- : 1',
  'Waktu : 40 menit',
  'Tempat : ruang BK',
];
const report = [
  ...rows,
  'Pendekatan dan teknik konseling yang digunakan : konseling realitas, WDEP',
  'Hasil yang dicapai : konseli memilih satu perubahan pada malam hari',
];
const plan = [...rows, 'Gejala yang nampak : sering melamun di kelas, nilai turun'];

const signatures =
  '\n\nMengetahui,\nKepala Sekolah            Guru BK/Konselor\n\nDokumen laporan bersifat rahasia\n';
const numbered = (lines: readonly string[]) => lines.map((line, at) => `${at + 1}. ${line}`).join('\n');

const forms: readonly (readonly [what: string, text: string, stages: readonly string[]])[] = [
  [
    'the report, its eight rows numbered',
    `${head('laporan-konseling')}LAPORAN PELAKSANAAN LAYANAN KONSELING INDIVIDUAL\n\n${numbered(report)}${signatures}`,
    ['approach', 'results'],
  ],
  [
    'the report, row by row',
    `${head('laporan-konseling')}${report.join('\n')}${signatures}`,
    ['approach', 'results'],
  ],
  [
    'the plan, its rows numbered',
    `${head('rpl')}RENCANA PELAKSANAAN LAYANAN KONSELING INDIVIDUAL\n\n${numbered(plan)}${signatures}`,
    ['symptoms'],
  ],
  ['the plan, row by row', `${head('rpl')}${plan.join('\n')}${signatures}`, ['symptoms']],
];

describe('a form whose labels are in bold', () => {
  it('is read as one in plain words, whether the colon is bold too or not', () => {
    const rows = [
      '**Nama konseli:** K-014',
      '**Pertemuan ke-:** 3',
      '__Tanggal__ : 12 Maret 2026',
      '*Kelas:* XI',
    ];
    const note = parse(`---\nprotocol: four-stage\n---\n${rows.join('\n')}\n\n## Perencanaan\nWords.\n`);
    assert.deepEqual(
      formLines(note).map(({ field, value }) => [field, value]),
      [
        ['client', 'K-014'],
        ['session', '3'],
        ['date', '12 Maret 2026'],
        ['class', 'XI'],
      ],
    );
  });
});

describe('the official forms, typed row by row as they are printed', () => {
  for (const [what, text, stages] of forms) {
    it(`${what}: all of it is understood, and nothing is an error`, () => {
      const note = parse(text);
      assert.deepEqual(
        note.stages.map(({ stage, fullness }) => [stage.id, fullness]),
        stages.map(id => [id, 'filled']),
      );
      assert.deepEqual(
        formLines(note).map(({ field }) => field),
        ['client', 'class', 'date', 'session', 'time', 'place'],
      );
      // The fields belong above, which is one step.
      assert.deepEqual(
        problemsOf(text).map(({ rule, severity, fixes }) => [rule, severity, fixes.length > 0]),
        [['missing-field', 'warning', true]],
      );
    });
  }

  const groupRows = [
    'Nama konseli : K-014, K-021, K-033',
    'Topik : cemas menghadapi ujian',
    'Hari, tanggal : Selasa, 10 Maret 2026',
    'Pertemuan ke- : 2',
    'Waktu : 45 menit',
    'Tempat : ruang BK',
  ];
  const otherForms: readonly (readonly [string, readonly string[], readonly string[], readonly string[]])[] =
    [
      [
        'laporan-kelompok',
        [
          ...groupRows,
          'Pendekatan dan teknik konseling yang digunakan : behavioral, relaksasi',
          'Hasil yang dicapai : setiap anggota mengenal tanda cemasnya',
        ],
        ['participants', 'approach', 'results'],
        ['topic', 'date', 'session', 'time', 'place'],
      ],
      [
        'rpl-kelompok',
        [
          'Komponen Layanan : Layanan Responsif',
          'Bidang Layanan : Pribadi',
          'Fungsi Layanan : Pengentasan',
          'Nama Klp/Konseli : Kelompok 1 (MW, MR, AS)',
          'Alokasi Waktu : 3 x 45 menit',
          'Masalah : cemas menghadapi ujian',
          'Tujuan : anggota mampu melakukan relaksasi',
          'Pendekatan/Teknik : behavioral/relaksasi',
          'Uraian kegiatan : pembentukan, peralihan, inti, penutup',
        ],
        ['participants', 'problem', 'goals', 'approach', 'steps'],
        ['component', 'field', 'function', 'time'],
      ],
      [
        'consultation',
        [
          'Nama konseli : K-021',
          'Hari, tanggal : Rabu, 18 Februari 2026',
          'Topik : mengantuk di kelas',
          'Narasumber : wali kelas',
          'Peran guru BK : konsultan',
          'Uraian : tertidur pada dua jam pertama',
          'Hasil/tindak lanjut : tidak ditegur di depan kelas',
        ],
        ['account', 'results'],
        ['client', 'date', 'topic', 'consulted', 'counselor-role'],
      ],
      [
        'home-visit',
        [
          'Nama konseli : K-021',
          'Hari, tanggal : Rabu, 25 Februari 2026',
          'Pihak yang ditemui : ibu',
          'Perihal/tujuan : mengetahui sebab keterlambatan',
          'Uraian : dua kamar untuk enam orang',
          'Hasil dan kesepakatan : televisi dipindahkan',
          'Tindak lanjut : menelepon ibu',
        ],
        ['purpose', 'account', 'results', 'follow-up'],
        ['client', 'date', 'met'],
      ],
      [
        'referral',
        [
          'Nama konseli : K-014',
          'Tanggal : 20 April 2026',
          'Dirujuk ke : psikolog',
          'Instansi : RSUD',
          'Alasan : di luar kewenangan konseling sekolah',
          'Catatan : orang tua sudah setuju',
        ],
        ['reason', 'remarks'],
        ['client', 'date', 'referred-to', 'institution'],
      ],
    ];
  for (const [id, lines, stages, fields] of otherForms) {
    for (const [how, text] of [
      ['row by row', lines.join('\n')],
      ['its rows numbered', numbered(lines)],
    ] as const) {
      it(`${id}, ${how}: each row is understood, and nothing is an error`, () => {
        const note = parse(`${head(id)}LAPORAN\n\n${text}${signatures}`);
        assert.deepEqual(
          note.stages.map(({ stage, fullness }) => [stage.id, fullness]),
          stages.map(stage => [stage, 'filled']),
        );
        assert.deepEqual(
          formLines(note).map(({ field }) => field),
          fields,
        );
        const severities = problemsOf(note.outline.text).map(({ severity }) => severity);
        assert.equal(severities.includes('error'), false);
      });
    }
  }

  it('with what belongs above in its place, have no problem at all', () => {
    const fields =
      'konseli: K-052\npertemuan: 1\ntanggal: 2026-01-14\nkelas: VIII B / genap\nwaktu: 40 menit\ntempat: ruang BK\n';
    const above = (protocol: string) => head(protocol).replace('---\n', `---\n${fields}`);
    assert.deepEqual(
      problemsOf(
        `${above('laporan-konseling')}## Pendekatan dan teknik konseling yang digunakan\nWDEP\n## Hasil yang dicapai\nSatu perubahan.\n`,
      ),
      [],
    );
    assert.deepEqual(problemsOf(`${above('rpl')}## Gejala yang nampak\nMelamun.\n`), []);
  });

  it('are no form where only words of a note look like a row', () => {
    const text = `${head('rpl')}Waktu : 40 menit\n\nGejala yang nampak : melamun\n`;
    assert.deepEqual(parse(text).stages, []);
  });

  it('of the former plan go on as they are', () => {
    const text =
      '---\nprotocol: rpl\nkonseli: K-014\npertemuan: 1\ntanggal: 2026-02-24\n---\n## Deskripsi kasus\nNilai menurun.\n### Gejala\nTerlambat.\n### Sebab\nBermain gim.\n## Tujuan konseling\n- [ ] Memilih ^pilih\n## Rencana pelaksanaan\nSelasa.\n## Pendekatan dan teknik konseling\nWDEP.\n## Langkah-langkah konseling\n### Tahap awal\nSalam.\n### Tahap inti\nEvaluasi.\n### Tahap akhir\nSimpulan.\n## Penilaian\nProses.\n';
    assert.deepEqual(
      problemsOf(text).filter(({ severity }) => severity === 'error'),
      [],
    );
    assert.equal(parse(text).goals.length, 1);
  });
});
