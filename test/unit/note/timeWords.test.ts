import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isIsoDate } from '../../../src/core/note/dates';
import { daysMeant, saysDay } from '../../../src/core/note/timeWords';

/** A Wednesday. */
const today = '2026-02-04';

describe('words of time', () => {
  const days: readonly (readonly [words: string, days: readonly string[]])[] = [
    ['today', ['2026-02-04']],
    ['besok', ['2026-02-05']],
    ['lusa', ['2026-02-06']],
    ['the day after tomorrow', ['2026-02-06']],
    ['Friday', ['2026-02-06', '2026-02-13']],
    ['next Friday', ['2026-02-06', '2026-02-13']],
    ['Jumat depan', ['2026-02-06', '2026-02-13']],
    ["jum'at", ['2026-02-06', '2026-02-13']],
    ['on Wed', ['2026-02-11', '2026-02-18']],
    ['in two weeks', ['2026-02-18']],
    ['2 minggu lagi', ['2026-02-18']],
    ['dua hari lagi', ['2026-02-06']],
    ['akhir bulan', ['2026-02-28', '2026-03-31']],
    ['5 Desember', ['2026-12-05']],
    ['December 5th', ['2026-12-05']],
    ['3 Januari', ['2027-01-03']],
    ['by 25 March', ['2026-03-25']],
    ['sampai 25/3', ['2026-03-25']],
    ['s/d Jumat', ['2026-02-06', '2026-02-13']],
  ];
  for (const [words, meant] of days) {
    it(`“${words}” means ${meant.join(' or ')}`, () => {
      assert.deepEqual(daysMeant(words, today), meant);
    });
  }

  it('are no other words', () => {
    for (const words of ['soon', 'nanti', 'sun', 'sampai selesai', 'may', '', '99 Desember', 'if time'])
      assert.deepEqual(daysMeant(words, today), words === 'sun' ? ['2026-02-08', '2026-02-15'] : [], words);
    assert.equal(saysDay('soon', 'en'), false);
    assert.equal(saysDay('besok', 'id'), true);
  });

  it('are told from what is meant for a day that does not exist', () => {
    for (const text of ['31/02/2026', '32 Januari 2026', '31/02', 'Senin 19-13-2026', '12 Mei 10.00'])
      assert.equal(saysDay(text, 'id'), true, text);
    for (const text of ['sesi 5', '3 kali', 'phone 12', 'telepon ibu'])
      assert.equal(saysDay(text, 'id'), false, text);
  });

  it('never mean a day before the one from which they count, nor anything that is no day', () => {
    const word = fc.constantFrom(
      'next',
      'friday',
      'jumat',
      'depan',
      'minggu',
      'in',
      '3',
      'weeks',
      'akhir',
      'bulan',
      '31',
      'feb',
      '.',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 5 }),
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        (words, date) => {
          const from = date.toISOString().slice(0, 10);
          for (const day of daysMeant(words.join(' '), from)) assert.ok(isIsoDate(day) && day >= from, day);
        },
      ),
    );
  });
});
