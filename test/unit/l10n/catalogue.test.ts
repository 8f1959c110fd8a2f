import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { languageTags } from '../../../src/core/language/languages';

type Texts = Readonly<Record<string, string>>;

const translations = languageTags
  .filter(tag => tag !== 'en')
  .flatMap(tag => [
    ['l10n/bundle.l10n.json', `l10n/bundle.l10n.${tag}.json`] as const,
    ['package.nls.json', `package.nls.${tag}.json`] as const,
  ]);

for (const [englishFile, translatedFile] of translations) {
  describe(`the texts of ${translatedFile}`, () => {
    const english = read(englishFile);
    const translated = read(translatedFile);

    it('are those that there are in English', () => {
      assert.deepEqual(Object.keys(translated).sort(), Object.keys(english).sort());
      assert.deepEqual(emptyKeys(english), []);
      assert.deepEqual(emptyKeys(translated), []);
    });

    it('take the same arguments as in English', () => {
      const differing = Object.keys(english).filter(
        key => placeholders(english[key] ?? '').join() !== placeholders(translated[key] ?? '').join(),
      );
      assert.deepEqual(differing, []);
    });
  });
}

describe('the English catalogue', () => {
  // A number that is never 1: a limit of the program, or a count that is told only from two on.
  const neverOne = [
    'case.rename.confirm',
    'finish.gaps',
    'goal.sign.confirm',
    'goals.stale',
    'problem.closed-with-open-goals',
    'problem.goal-never-addressed',
    'problem.goal-never-addressed.unquoted',
    'problem.invalid-field.too-many',
    'problem.too-short.section',
    'problem.too-short.stage',
    'yaml.too-deep',
    'yaml.too-many-values',
  ];

  const counted =
    /\{\w+\} (?:\w+ )?(?:actions|codes|files|goals|levels|keys|notes|places|sessions|tables|things|transcripts|turns|values|words)\b/;

  it('puts no number before a plural, unless 1 has a text of its own or cannot be', () => {
    const english = read('l10n/bundle.l10n.json');
    const faulty = Object.keys(english).filter(
      key =>
        !key.startsWith('cli.help') &&
        english[`${key}-1`] === undefined &&
        !neverOne.includes(key) &&
        counted.test(english[key] ?? ''),
    );
    assert.deepEqual(faulty, []);
  });
});

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
