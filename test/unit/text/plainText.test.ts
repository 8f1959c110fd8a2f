import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainText } from '../../../src/core/text/plainText';
import { within } from '../processorTime';

describe('the plain text of inline Markdown', () => {
  const cases: readonly (readonly [markdown: string, plain: string])[] = [
    ['Takut berbicara', 'Takut berbicara'],
    ['**Tujuan** _konselor_', 'Tujuan konselor'],
    ['***a*** __b__ ~~c~~', 'a b c'],
    ['5 * 3 dan snake_case', '5 * 3 dan snake_case'],
    ['`**kode**`', '**kode**'],
    ['[tidur](<x y> "judul") [b][ref] [c]', 'tidur b c'],
    ['![gambar](x.png)', 'gambar'],
    ['<https://example.org>', 'https://example.org'],
    ['<b>tebal</b><br/> <!-- rahasia -->ya', 'tebal ya'],
    ['\\*bukan\\* \\[x\\]', '*bukan* [x]'],
    ['a &amp; b&#33;', 'a & b!'],
    ['tidur 😴 👩‍🏫 🇮🇩 1️⃣', 'tidur'],
    ['\u2139\ufe0f tidur', 'tidur'],
    [':memo: catatan 10:30:45', 'catatan 10:30:45'],
    ['Rapport {#rapport .x k=v}', 'Rapport'],
    ['Rapport {-}', 'Rapport'],
    ['Rapport \\{#x}', 'Rapport {#x}'],
    ['Rapport {#x', 'Rapport {#x'],
    ['{==takut==}{>>#affect<<}', '{==takut==}{>>#affect<<}'],
    ['satu\ndua  tiga\u00a0', 'satu dua tiga'],
    ['', ''],
  ];
  for (const [markdown, plain] of cases) {
    it(`of ${JSON.stringify(markdown)} is ${JSON.stringify(plain)}`, () => {
      assert.equal(plainText(markdown), plain);
    });
  }

  it('leaves every letter alone', () => {
    const letter = /^[\p{L}\p{N}]$/u;
    const all = Array.from({ length: 0x110000 }, (_, code) => code).filter(code =>
      letter.test(String.fromCodePoint(code)),
    );
    const lost = all.filter(code => {
      const text = `a${String.fromCodePoint(code)}b`;
      return plainText(text) !== text;
    });
    assert.ok(all.length > 100_000);
    assert.deepEqual(
      lost.map(code => code.toString(16)),
      [],
    );
  });

  it('leaves words alone', () => {
    const words = fc.array(fc.stringMatching(/^[\p{L}\p{N}]{1,12}$/u), { minLength: 1 });
    fc.assert(
      fc.property(words, list => {
        const text = list.join(' ');
        assert.equal(plainText(text), text);
      }),
    );
  });

  it('has no blanks at its ends nor two in a row, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        assert.doesNotMatch(plainText(text), /^\s|\s\s|\s$/);
      }),
    );
  });

  it('of 100 KB of half-open marks is found within seconds', () => {
    for (const unit of [
      '*a ',
      '[',
      '![',
      '[](',
      '[a][',
      '`a``',
      '<!--',
      '<a b="',
      '_a*',
      '~~a ',
      '{#',
      '&a',
    ]) {
      const text = unit.repeat(100_000 / unit.length);
      within(5000, () => plainText(text), unit);
    }
  });
});
