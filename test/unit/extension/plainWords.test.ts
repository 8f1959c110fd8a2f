import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainWords } from '../../../src/extension/services/tools/plainWords';

/** What VS Code takes for a link in what it shows, and for an icon (`linkedText.ts`, `iconLabels.ts`). */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
const ICON = /\$\([a-z0-9-]+(?:~[a-z]+)?\)/i;

describe('a text that VS Code shows', () => {
  it('has no link and no icon in it, whatever words a file brings', () => {
    const pieces = [
      '[',
      ']',
      '(',
      ')',
      '$',
      'command:a.b',
      'https://x',
      ' ',
      '\\',
      '"',
      'check',
      '\u2060',
      '\u202e',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), words => {
        const text = plainWords(words.join(''));
        assert.doesNotMatch(text, LINK);
        assert.doesNotMatch(text, ICON);
      }),
    );
    assert.doesNotMatch(plainWords('[Repair](command:workbench.action.quit)'), LINK);
    assert.doesNotMatch(plainWords('$(trash) Sleep'), ICON);
  });

  it('looks as before: what is put in takes no room', () => {
    const text = '[Repair](command:a) $(trash) Tidur [8 jam]\n(dua)';
    assert.equal(plainWords(text).replaceAll('\u2060', ''), text);
    assert.equal(plainWords('Tidur [8 jam] (dua), 5$'), 'Tidur [8 jam] (dua), 5$');
  });

  it('shows characters that turn its order around or break its line as what they are not', () => {
    assert.equal(plainWords('a\u202egpj.md\r\u0007b'), 'a\ufffdgpj.md\ufffd\ufffdb');
  });
});
