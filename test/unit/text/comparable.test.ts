import assert from 'node:assert/strict';
import fc from 'fast-check';
import { comparable } from '../../../src/core/text/comparable';

describe('the comparable form of a text', () => {
  const alike: readonly (readonly string[])[] = [
    ['Perasaan', 'PERASAAN', ' perasaan ', 'Ｐｅｒａｓａａｎ', 'Pera\u00adsaan', 'Perasaan\u200b'],
    ['dua kata', 'Dua  kata', 'dua\tkata', 'dua\u00a0kata', 'dua\r\nkata'],
    ['élan', 'elan', 'e\u0301lan', 'ÉLAN'],
    ["counselor's goals", 'Counselor’s goals', 'counselorʼs goals'],
    ['best-fitting', 'best‑fitting', 'best–fitting', 'Best—fitting'],
    ['"kata"', '“kata”'],
    ['straße', 'STRASSE', 'strasse', 'STRAẞE'],
    ['ﬁnal', 'final'],
    ['λόγος', 'ΛΌΓΟΣ', 'λογοσ'],
  ];
  for (const texts of alike) {
    it(`is the same of ${texts.map(text => JSON.stringify(text)).join(', ')}`, () => {
      assert.equal(new Set(texts.map(comparable)).size, 1);
    });
  }

  it('tells different words apart', () => {
    assert.notEqual(comparable('konseli'), comparable('konseling'));
    assert.notEqual(comparable('dua kata'), comparable('duakata'));
  });

  it('of a comparable form is that form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const once = comparable(text);
        assert.equal(comparable(once), once);
      }),
      { numRuns: 5000 },
    );
  });

  it('does not depend on how characters are composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        assert.equal(comparable(text.normalize('NFD')), comparable(text.normalize('NFC')));
      }),
    );
  });
});
