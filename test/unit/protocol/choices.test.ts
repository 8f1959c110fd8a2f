import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';

describe('a line of a section with choices', () => {
  const [fourStage] = builtinProtocols();
  const sections = fourStage?.protocol.stages.flatMap(stage => stage.sections);
  const decision = sections?.find(({ id }) => id === 'decision');

  function choiceOf(line: string): string | undefined {
    assert.ok(fourStage && decision);
    return fourStage.matchChoice(decision, line)?.id;
  }

  const naming: readonly (readonly [line: string, choice: string])[] = [
    ['Terselesaikan', 'resolved'],
    ['**Terselesaikan**', 'resolved'],
    ['terselesaikan.', 'resolved'],
    ['Diteruskan: masih ada yang belum dibahas', 'continued'],
    ['Diteruskan – dua pertemuan lagi', 'continued'],
    ['Diteruskan — dua pertemuan lagi', 'continued'],
    ['Diteruskan–dua pertemuan lagi', 'continued'],
    ['Diteruskan - dua pertemuan lagi', 'continued'],
    ['Diteruskan, tetapi lebih jarang', 'continued'],
    ['Diteruskan. Konseli setuju.', 'continued'],
    ['Diteruskan (sampai Mei)', 'continued'],
    ['_Diteruskan_(sampai Mei)', 'continued'],
    ['Keputusan: Diteruskan', 'continued'],
    ['**Keputusan konselor:** diubah, lihat di bawah', 'changed'],
    ['Status masalah: Terselesaikan (tuntas)', 'resolved'],
    ['To be continued', 'continued'],
    ['Decision: cut short, exams', 'shortened'],
    ['1. Ditambah', 'increased'],
    ['(b) Dikurangi', 'reduced'],
    ['Masalah terselesaikan', 'resolved'],
    ['The problem is resolved.', 'resolved'],
    ['Keputusan konselor: masalah sudah selesai', 'resolved'],
    ['Konseling dilanjutkan', 'continued'],
    ['Konseling akan dilanjutkan minggu depan', 'continued'],
    ['Belum, diteruskan minggu depan', 'continued'],
    ['Not yet; to be continued', 'continued'],
    ['Belum selesai, konseling dilanjutkan', 'continued'],
    ['Masalah belum terselesaikan: proses diteruskan', 'continued'],
    ['Prosesnya diteruskan', 'continued'],
    ['Lanjut pertemuan berikutnya', 'continued'],
    ['Counseling will be continued next week', 'continued'],
    ['Continued: yes', 'continued'],
    ['Diteruskan (ya)', 'continued'],
    ['Ya, diteruskan', 'continued'],
    ['Terselesaikan: belum, diteruskan', 'continued'],
    ['Terselesaikan: tidak; Diteruskan: ya', 'continued'],
    ['Resolved? No. Continued.', 'continued'],
    ['Masalah terselesaikan? Ya', 'resolved'],
    ['Tidak dilanjutkan, selesai', 'resolved'],
    ['Selesai 100%', 'resolved'],
    ['Fully resolved', 'resolved'],
    ['Terselesaikan\\', 'resolved'],
    ['Dikurangi menjadi dua minggu sekali', 'reduced'],
    ['Terselesaikan dengan baik', 'resolved'],
    ['Terselesaikan pada 12 Maret 2026', 'resolved'],
    ['Masalah selesai hari ini', 'resolved'],
    ['Masalah sudah selesai dan konseli puas', 'resolved'],
    ['Terselesaikan, tidak ada lagi keluhan', 'resolved'],
    ['Selesai sesi hari ini, lanjut minggu depan', 'continued'],
    ['Masalah teratasi sebagian; konseling dilanjutkan', 'continued'],
    ['“Diteruskan”', 'continued'],
    ['"Terselesaikan."', 'resolved'],
    ['‘Diteruskan’, dua minggu lagi', 'continued'],
    ['Reduced to every two weeks', 'reduced'],
    ['Continue weekly', 'continued'],
    ['We will continue every Monday', 'continued'],
    ['Continuing with family sessions', 'continued'],
    ['Extended by 2 sessions', 'increased'],
    ['Kita lanjutkan minggu depan', 'continued'],
    ['Teruskan seminggu sekali', 'continued'],
    ['Diteruskan karena masalah belum selesai', 'continued'],
    ['Dilanjutkan tanggal 12/2/2026 pukul 10.00', 'continued'],
    ['~~Terselesaikan~~ / Diteruskan', 'continued'],
    ['~~Terselesaikan~~ / Diteruskan / ~~Diubah~~', 'continued'],
  ];
  for (const [line, choice] of naming) {
    it(`names ${choice} as ${JSON.stringify(line)}`, () => {
      assert.equal(choiceOf(line), choice);
    });
  }

  const silent = [
    '',
    'Belum terselesaikan',
    'Keputusan: belum terselesaikan',
    'Belum: terselesaikan sebagian',
    'Terselesaikan dan diteruskan',
    'Terselesaikan sebagian',
    'Diteruskan-lah',
    'Masalah tidak terselesaikan',
    'Masalah belum selesai',
    'Masalah sebagian terselesaikan',
    'Terselesaikan (sebagian)',
    'Selesai, tetapi baru sebagian',
    'Not resolved',
    'The problem is not yet resolved',
    'Partly resolved',
    'Resolved, but only partly',
    'Masalah akan terselesaikan',
    'It will be resolved',
    'Belum, terselesaikan bulan depan',
    'Konseling tidak dilanjutkan',
    'Diteruskan ayahnya ke kantor',
    'Kami bicara panjang. Akhirnya: diteruskan',
    'Resolved: no',
    'Terselesaikan: belum',
    'Terselesaikan - tidak',
    'Terselesaikan (belum)',
    'Terselesaikan: -',
    'Terselesaikan: 80%',
    'Resolved (Y/N): N',
    'Resolved: n/a',
    'Not fully resolved',
    'Continued: no',
    'Resolved?',
    'Masalah terselesaikan? Belum',
    'Belum: terselesaikan',
    'Terselesaikan, tetapi belum sepenuhnya',
    'Selesai sesi hari ini',
    'Sesi selesai',
    'Selesai untuk hari ini',
    'Masalah selesai minggu depan',
    'Resolved next week',
    '~~Terselesaikan~~',
    '"Selesai", kata konseli',
    'Diteruskan atau diubah',
    'Diteruskan, atau diubah',
    'Terselesaikan / Diteruskan',
    `Diteruskan${' '.repeat(400)}tidak`,
  ];
  for (const line of silent) {
    it(`names none as ${JSON.stringify(line.slice(0, 50))}`, () => {
      assert.equal(choiceOf(line), undefined);
    });
  }

  function readingOf(line: string): readonly (readonly string[])[] {
    assert.ok(fourStage && decision);
    const { named, unclear } = fourStage.readChoices(decision, line);
    return [named.map(({ id }) => id), unclear.map(({ id }) => id)];
  }

  it('names all that it says', () => {
    assert.deepEqual(readingOf('Diteruskan dan ditambah'), [['continued', 'increased'], []]);
    assert.deepEqual(readingOf('Continued, reduced to every two weeks'), [['continued', 'reduced'], []]);
    assert.deepEqual(readingOf('Diteruskan. Diteruskan.'), [['continued'], []]);
    assert.deepEqual(readingOf('Diteruskan. Tugas: selesai.'), [['continued'], []]);
  });

  it('names none where it cannot be told whether the case ends', () => {
    for (const line of [
      'Terselesaikan dan diteruskan',
      'Selesai, lanjut minggu depan',
      'Terselesaikan, tetapi diteruskan',
      'Terselesaikan. Konseling dilanjutkan.',
      'Selesai dan minta lanjut',
    ])
      assert.deepEqual(readingOf(line), [[], ['resolved', 'continued']], line);
  });

  it('names none where the session may be all that is over, unless it is the last of so many', () => {
    for (const line of [
      'Selesai (sesi 3)',
      'Selesai, sesi ke-3',
      'Selesai (pertemuan 3, 2 Maret 2026)',
      'Selesai. Sesi 4 minggu depan.',
      'Resolved (session 3)',
      'Resolved – session 3 of 5',
    ])
      assert.deepEqual(readingOf(line), [[], ['resolved']], line);
    for (const line of [
      'Selesai (sesi 3 dari 3)',
      'Selesai (3 sesi)',
      'Selesai - sesi terakhir',
      'Terselesaikan. “Selesai (sesi 3)”',
    ])
      assert.deepEqual(readingOf(line), [['resolved'], []], line);
    assert.deepEqual(readingOf('Diteruskan (sesi 4)'), [['continued'], []]);
    assert.deepEqual(readingOf('Resolved: today 3 goals were reached.'), [['resolved'], []]);
  });

  it('names the choice that it begins with, whatever follows the separator', () => {
    fc.assert(
      fc.property(fc.constantFrom(': ', ' – ', ', ', '. ', ' ('), fc.lorem(), (separator, rest) => {
        assert.equal(choiceOf(`Diubah${separator}${rest}`), 'changed');
      }),
    );
  });

  it('names none behind a word that turns it round', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Belum', 'Tidak', 'Not', 'Bukan'),
        fc.constantFrom('diubah', 'Resolved'),
        (no, choice) => {
          assert.equal(choiceOf(`${no} ${choice}`), undefined);
        },
      ),
    );
  });
});
