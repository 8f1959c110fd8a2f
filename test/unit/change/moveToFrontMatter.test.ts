import assert from 'node:assert/strict';
import { moveToFrontMatter } from '../../../src/core/change/moveToFrontMatter';
import { formLines } from '../../../src/core/note/formLines';
import { parseNote } from '../../../src/core/note/parseNote';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { protocolSet } from '../../../src/core/protocol/protocolSet';
import { applyEdits } from '../../../src/core/text/textEdit';

const protocols = protocolSet(builtinProtocols());

function noteOf(text: string) {
  return parseNote(text, { protocols, defaultProtocol: 'laporan-konseling' });
}

function fieldsIn(text: string): readonly string[] {
  return formLines(noteOf(text)).map(({ field, value }) => `${field}: ${value}`);
}

function moved(text: string): string | undefined {
  const edits = moveToFrontMatter(noteOf(text));
  return edits && applyEdits(text, edits);
}

describe('the lines of a form at the top', () => {
  it('are those that name a field of the note format, however the form words it', () => {
    const form = [
      'LAPORAN KONSELING INDIVIDUAL',
      '',
      'Nama konseli\t: AR',
      'Kelas/Semester : XI / 1',
      'Hari, tanggal : Rabu, 14 Januari 2026',
      'Pertemuan ke- : 2',
      'Waktu (menit) : 45 menit',
      '**Tempat**: Ruang BK',
      'Cuaca : cerah',
    ].join('\n');
    assert.deepEqual(fieldsIn(form), [
      'client: AR',
      'class: XI / 1',
      'date: Rabu, 14 Januari 2026',
      'session: 2',
      'time: 45 menit',
      'place: Ruang BK',
    ]);
    assert.deepEqual(fieldsIn('1. Nama konseli : AR\n2. Hari/Tanggal : 14/1/2026\n'), [
      'client: AR',
      'date: 14/1/2026',
    ]);
    assert.deepEqual(fieldsIn('# Report\nClient name: AR\nDate of session: May 5, 2026\nSession no.: 2\n'), [
      'client: AR',
      'date: May 5, 2026',
      'session: 2',
    ]);
  });

  it('may stand in a callout, as rows of a table, and several on one line', () => {
    const said = ['client: K-1', 'session: 2', 'date: 3 Maret 2026'];
    for (const [form, rest] of [
      ['> [!info] Data\n> Konseli: K-1\n> Sesi: 2\n> Tanggal: 3 Maret 2026\n', '> [!info] Data\n'],
      ['| Konseli | K-1 |\n|---|---|\n| Sesi | 2 |\n| **Tanggal** | 3 Maret 2026 |\n', ''],
      ['| Konseli: | K-1 | Sesi: | 2 |\n| :-- | --- | --- | --- |\n| Tanggal: | 3 Maret 2026 |\n', ''],
      ['**Konseli:** K-1 **Sesi:** 2 **Tanggal:** 3 Maret 2026\n', ''],
      ['Konseli: K-1, Sesi ke-2, Tanggal: 3 Maret 2026\n', ''],
      ['Konseli: K-1 | Sesi: 2 | Tanggal: 3 Maret 2026\n', ''],
      ['* Konseli: [[K-1]]\n* Sesi ke-2\n* Tanggal:: 3 Maret 2026\n', ''],
    ] as const) {
      assert.deepEqual(fieldsIn(form), said, form);
      assert.equal(
        moved(`${form}\nKata.\n`)?.replace(/^\n/m, ''),
        `---\n${'client: K-1\nsession: 2\ndate: 2026-03-03\n'}---\n${rest}Kata.\n`,
        form,
      );
    }
  });

  it('are taken whole or not at all, where only a part of a line is understood', () => {
    assert.deepEqual(fieldsIn('Konseli: K-1, K-2\n'), ['client: K-1, K-2']);
    assert.deepEqual(fieldsIn('Tanggal: March 3, 2026\n'), ['date: March 3, 2026']);
    assert.deepEqual(fieldsIn('| Konseli | K-1 | kelas tujuh |\n|---|---|---|\n'), []);
    assert.deepEqual(fieldsIn('Sesi 2\n'), []);
  });

  it('may say the format', () => {
    assert.deepEqual(fieldsIn('Konseli: K-1\nFormat: SOAP\nJenis catatan: biasa\n'), [
      'client: K-1',
      'protocol: SOAP',
    ]);
  });

  it('are none below a heading of a part, without a value, and of fields that the front matter has', () => {
    assert.deepEqual(fieldsIn('## Hasil\nTanggal : 5 Mei 2026\n'), []);
    assert.deepEqual(fieldsIn('Tanggal :\nNama konseli:\n'), []);
    assert.deepEqual(fieldsIn('---\nkonseli: AR\n---\nKonseli: BR\nTanggal: 5 Mei 2026\n'), [
      'date: 5 Mei 2026',
    ]);
  });

  it('keep the time of a date, and all of one that cannot be right', () => {
    const dateOf = (value: string) =>
      /^date: (.*)$/m.exec(moved(`Konseli: AR\nTanggal: ${value}\n\n## Hasil\n`) ?? '')?.[1];
    assert.match(dateOf('Rabu, 14 Januari 2026 pukul 10.00') ?? '', /^"?2026-01-14 pukul 10\.00"?$/);
    assert.match(dateOf('Kamis, 14 Januari 2026') ?? '', /^"?Kamis, 14 Januari 2026"?$/);
    assert.match(dateOf('14/1/26') ?? '', /^"?14\/1\/26"?$/);
  });

  it('become keys of a front matter, the date as other programs read it', () => {
    assert.equal(
      moved(
        'Nama konseli : AR (inisial)\r\nHari, tanggal : Rabu, 14 Januari 2026\r\nPertemuan ke- : ke-2\r\n\r\n## Hasil\r\nBaik.\r\n',
      ),
      '---\r\nclient: AR (inisial)\r\ndate: 2026-01-14\r\nsession: 2\r\n---\r\n## Hasil\r\nBaik.\r\n',
    );
  });

  it('go behind the keys that there are, and leave the other lines where they stand', () => {
    assert.equal(
      moved('\ufeff---\nprotocol: soap\nclient:\n---\nSMA 1\nKonseli: AR\nTanggal: kemarin\nCuaca: cerah\n'),
      '\ufeff---\nprotocol: soap\nclient: AR\ndate: kemarin\n---\nSMA 1\nCuaca: cerah\n',
    );
  });

  it('stay where the front matter takes no lines', () => {
    assert.equal(moved('---\n{protocol: soap}\n---\nKonseli: AR\n'), undefined);
  });

  it('leave the comments on them where they stood', () => {
    assert.equal(
      moved('Nama konseli: AR\nPertemuan ke-: 2 <!-- tanya TU -->\n\nKata.\n'),
      '---\nclient: AR\nsession: 2\n---\n<!-- tanya TU -->\nKata.\n',
    );
  });
});
