import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isIsoDate, readableDate } from '../../../src/core/note/dates';

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
      '12/3/26',
      '31/02/2026',
      '12 Smarch 2026',
      '2026-02-30',
      '3 2026',
      '12 Maret',
    ]) {
      assert.equal(readableDate(text, 'id'), undefined, text);
    }
    assert.equal(readableDate(`12 Maret 2026${' '.repeat(1000)}x`, 'id'), undefined);
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
