import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';

type Texts = Readonly<Record<string, string>>;

const pairs = [
  ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.id.json'],
  ['package.nls.json', 'package.nls.id.json'],
] as const;

for (const [englishFile, indonesianFile] of pairs) {
  describe(`the texts of ${englishFile}`, () => {
    const english = read(englishFile);
    const indonesian = read(indonesianFile);

    it('are there in both languages', () => {
      assert.deepEqual(Object.keys(indonesian).sort(), Object.keys(english).sort());
      assert.deepEqual(emptyKeys(english), []);
      assert.deepEqual(emptyKeys(indonesian), []);
    });

    it('take the same arguments in both languages', () => {
      const differing = Object.keys(english).filter(
        key => placeholders(english[key] ?? '').join() !== placeholders(indonesian[key] ?? '').join(),
      );
      assert.deepEqual(differing, []);
    });
  });
}

describe('the manifest', () => {
  it('names no text that is not there, and no text is left over', () => {
    const named = new Set(
      [...readFileSync('package.json', 'utf8').matchAll(/"%([^%"]+)%"/g)].map(match => match[1]),
    );
    assert.deepEqual([...named].sort(), Object.keys(read('package.nls.json')).sort());
  });
});

function read(file: string): Texts {
  const texts: Texts = JSON.parse(readFileSync(file, 'utf8'));
  return texts;
}

function emptyKeys(texts: Texts): readonly string[] {
  return Object.keys(texts).filter(key => texts[key]?.trim() === '');
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '').sort();
}
