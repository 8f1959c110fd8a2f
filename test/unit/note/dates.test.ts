import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  datesByWeekday,
  isIsoDate,
  isoDay,
  possibleDates,
  readableDate,
  readDate,
} from '../../../src/core/note/dates';

describe('dates', () => {
  it('are ISO dates only as YYYY-MM-DD of the calendar', () => {
    for (const date of ['2026-03-12', '2024-02-29', '2000-02-29']) assert.ok(isIsoDate(date), date);
    for (const text of [
      '2026-3-12',
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-04-31',
      '12-03-2026',
      '',
    ]) {
      assert.equal(isIsoDate(text), false, text);
    }
  });

  it('are read in other forms where one reading is right', () => {
    const forms = {
      '12 Maret 2026': '2026-03-12',
      '12 March 2026': '2026-03-12',
      'March 12, 2026': '2026-03-12',
      'Mar. 12th 2026': '2026-03-12',
      'Kamis, 12 Maret 2026': '2026-03-12',
      'Thursday, March 12, 2026': '2026-03-12',
      "Jum'at, 13 Maret 2026": '2026-03-13',
      '12-Mar-2026': '2026-03-12',
      '1 Pebruari 2026': '2026-02-01',
      '17 AGUSTUS 2026': '2026-08-17',
      '2026/3/12': '2026-03-12',
      '2026-3-2': '2026-03-02',
      '2026.03.12': '2026-03-12',
      '2026-03-12T09:30': '2026-03-12',
      '2026-03-12 09.30 WIB': '2026-03-12',
    };
    for (const [text, iso] of Object.entries(forms)) {
      for (const language of ['id', 'en', undefined]) assert.equal(readableDate(text, language), iso, text);
    }
  });

  it('are read in the usual forms, with a day of the week, a time, a short year', () => {
    const forms = {
      'Kamis 12 Maret 2026': true,
      'Kamis 12-03-2026': true,
      'Thursday 12 March 2026': true,
      '12 Maret 2026 (Kamis)': true,
      '12 Maret 2026, Kamis': true,
      '2026\u201303\u201312': true,
      '2026\u201103\u201112': true,
      '12\u00a0Maret\u00a02026.': true,
      '12 Maret 2026, 09.00 WIB': true,
      'Kamis, 12 Maret 2026 pukul 10.00': true,
      '12 Maret 2026 pkl. 10': true,
      '12 Maret 2026 10.00-11.00': true,
      '\u201c12 Maret 2026\u201d': true,
      '12 March 2026 at 10am': true,
      '12 Mar 26': false,
      "12 Mar '26": false,
      'March 12, 26': false,
      '12/3/26': false,
      '12-03-26': false,
      'Rabu, 12 Maret 2026': false,
      'Medan, 12 Maret 2026': false,
      'sebelum 12 Maret 2026': false,
      '12 Maret 2026 (libur)': false,
    };
    for (const [text, isSure] of Object.entries(forms)) {
      const reading = readDate(text, 'id');
      assert.deepEqual([reading?.date, reading?.isSure], ['2026-03-12', isSure], text);
    }
  });

  it('keep the clock time as it is written', () => {
    const clockOf = (text: string) => readDate(text, 'id')?.clock;
    assert.equal(clockOf('12 Maret 2026, 09.00 WIB'), '09.00 WIB');
    assert.equal(clockOf('Kamis, 12 Maret 2026 Pukul 10'), 'Pukul 10');
    assert.equal(clockOf('2026-03-12T09:30'), '09:30');
    assert.equal(clockOf('12.03.2026'), '');
    assert.equal(clockOf('Kamis 12.03.26'), '');
  });

  it('name the day of the week that contradicts them', () => {
    assert.equal(readDate('Kamis, 12 Maret 2026', 'id')?.weekday, undefined);
    assert.equal(readDate('Rabu, 12 Maret 2026', 'id')?.weekday, 2);
    assert.deepEqual(datesByWeekday('2026-03-12', 2), ['2026-03-12', '2026-03-11']);
    assert.deepEqual(datesByWeekday('2026-03-12', 6), ['2026-03-12', '2026-03-15']);
    assert.deepEqual(datesByWeekday('2026-03-12', 0), ['2026-03-12', '2026-03-09']);
  });

  it('are told from others by the day of the week', () => {
    assert.equal(readableDate('Friday 3/4/2026', 'en'), '2026-04-03');
    assert.equal(readableDate('Wednesday 3/4/2026', 'en'), '2026-03-04');
    assert.equal(readableDate('Monday 3/4/2026', 'en'), undefined);
    assert.deepEqual(possibleDates('3/4/26'), ['2026-04-03', '2026-03-04']);
  });

  it('stand with a clock time behind them', () => {
    for (const text of ['2026-03-12', '2026-03-12 10:00', '2026-03-12T10:00+07:00', '2026-03-12, 10.00 WIB'])
      assert.equal(isoDay(text), '2026-03-12', text);
    for (const text of ['2026-02-30 10:00', '2026-03-12 10', '2026-03-12 or 13', '2026-03-12T20:00Z', ''])
      assert.equal(isoDay(text), undefined, text);
  });

  it('in numbers are read day first in Indonesian notes', () => {
    assert.equal(readableDate('12/3/2026', 'id'), '2026-03-12');
    assert.equal(readableDate('03-04-2026', 'id-ID'.toLowerCase()), '2026-04-03');
    assert.equal(readableDate('24.02.2026', 'id'), '2026-02-24');
  });

  it('in numbers have no single right answer elsewhere, unless the calendar leaves one', () => {
    for (const language of ['en', undefined]) {
      assert.equal(readableDate('03/04/2026', language), undefined);
      assert.equal(readableDate('24/02/2026', language), '2026-02-24');
      assert.equal(readableDate('02/24/2026', language), '2026-02-24');
      assert.equal(readableDate('4/4/2026', language), '2026-04-04');
    }
  });

  it('are not guessed', () => {
    for (const text of [
      'besok',
      '31/02/2026',
      '12 Smarch 2026',
      '2026-02-30',
      '3 2026',
      '12 Maret',
      '12/3/126',
      '12-3/26',
      '12 3 26',
      '12 Maret 2026 atau 13 Maret 2026',
    ]) {
      assert.equal(readableDate(text, 'id'), undefined, text);
    }
    assert.equal(readableDate(`12 Maret 2026${' '.repeat(1000)}x`, 'id'), undefined);
  });

  it('that are in no calendar may mean the last day of their month', () => {
    for (const [text, ...dates] of [
      ['31/02/2026', '2026-02-28'],
      ['2026-02-30', '2026-02-28'],
      ['31 November 2026', '2026-11-30'],
      ['February 30, 2028', '2028-02-29'],
      ['2026-19-03', '2026-03-19'],
      ['32/02/2026'],
      ['31/13/2026'],
      ['12 Maret'],
    ] as const)
      assert.deepEqual(possibleDates(text), dates, text);
  });

  it('may begin with a year of two figures, if that can be one', () => {
    assert.deepEqual(possibleDates('26-01-19'), ['2019-01-26', '2026-01-19']);
    assert.deepEqual(possibleDates('12/3/26'), ['2026-03-12', '2026-12-03']);
    assert.deepEqual(possibleDates("26-01-'19"), ['2019-01-26']);
  });

  it('may have no signs between their figures, and short names of months', () => {
    for (const [text, date] of [
      ['20260312', '2026-03-12'],
      ['12032026', '2026-03-12'],
      ['20122026', '2026-12-20'],
      ['12 Mrt 2026', '2026-03-12'],
      ['5 Agust 2026', '2026-08-05'],
      ['5 Peb. 2026', '2026-02-05'],
      ['20261332', undefined],
      ['081234567890', undefined],
      ['18001231', undefined],
    ] as const)
      assert.equal(readableDate(text, 'id'), date, text);
    assert.equal(readableDate('05102026', 'en'), undefined);
    assert.deepEqual(possibleDates('05102026'), ['2026-10-05', '2026-05-10']);
  });

  it('that are read are ISO dates, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/. ,MareI') }), text => {
        const iso = readableDate(text, 'id');
        assert.ok(iso === undefined || isIsoDate(iso), iso);
      }),
    );
  });
});
