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
    `Diteruskan${' '.repeat(400)}tidak`,
  ];
  for (const line of silent) {
    it(`names none as ${JSON.stringify(line.slice(0, 50))}`, () => {
      assert.equal(choiceOf(line), undefined);
    });
  }

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
