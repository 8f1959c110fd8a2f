import { type Affixes, languages } from '../language/languages';
import { wordsOf } from '../language/languageWords';
import { remembered } from '../text/remembered';
import type { Synonyms } from './synonyms';

const WORD = /[\p{L}\p{N}]+/gu;
/** A possessive or shortened ending (`client's`, `don't`), which is no word of its own. */
const CONTRACTION = /'[a-z]{1,2}(?![\p{L}\p{N}])/gu;
/** A shortened beginning (`l'accueil`). */
const ELISION = /(?<![\p{L}\p{N}])\p{L}'(?=\p{L})/gu;
const TRAILING_BRACKET = / *[([][^()[\]]*[)\]]$/;
/** Shorter words are not inflected, and no shorter stem stands for a word, in UTF-16 code units. */
const SHORTEST_INFLECTED = 4;
const SHORTEST_STEM = 3;
const stopWords: ReadonlySet<string> = new Set(wordsOf(languages, table => table.stopWords));
const longestSuffixFirst = Object.values(languages)
  .flatMap(({ affixes }) => Object.keys(affixes.suffixes))
  .sort((a, b) => b.length - a.length);
const affixesByLanguage: ReadonlyMap<string, Affixes> = new Map(
  Object.entries(languages).map(([tag, { affixes }]) => [tag, affixes]),
);

/** A word that tells what a title is about. */
export interface ContentWord {
  readonly word: string;
  /** The word, and what is left of it without endings: `plans` and `plan`. */
  readonly bare: readonly string[];
  /** All that it may be a form of, what is left of it without beginnings too: `pemecahan` and `pecah`. */
  readonly forms: readonly string[];
}

/** Reads the words of comparable texts that tell what they are about. */
export interface ContentReader {
  /** Those of a text in `language`; where that is undefined, the forms are those of all languages. Each word once. */
  wordsOf(text: string, language: string | undefined): readonly ContentWord[];
  /** The words alone, without their forms. */
  plainWordsOf(text: string): readonly string[];
}

/** Reads with the synonyms of a protocol and without the names of its roles, both comparable. Remembers words. */
export function contentReader(synonyms: Synonyms, roleNames: readonly string[]): ContentReader {
  const names = roleNames.map(synonyms.canonical);
  const phrases = names.filter(name => name.includes(' '));
  const passedOver = new Set([...stopWords, ...names]);
  const known = new Map<string | undefined, Map<string, ContentWord>>();
  const wordIn = (word: string, language: string | undefined): ContentWord => {
    const words = known.get(language) ?? new Map<string, ContentWord>();
    known.set(language, words);
    return remembered(words, word, own => contentWord(own, affixesOf(language), synonyms));
  };
  const plainWordsOf = (text: string): readonly string[] => {
    const canonical = synonyms.canonical(
      text.replace(TRAILING_BRACKET, '').replace(CONTRACTION, '').replace(ELISION, ''),
    );
    const words = withoutPhrases(canonical, phrases).match(WORD) ?? [];
    return [...new Set(words.filter(word => !passedOver.has(word)))];
  };
  return {
    wordsOf: (text, language) => plainWordsOf(text).map(word => wordIn(word, language)),
    plainWordsOf,
  };
}

function withoutPhrases(text: string, phrases: readonly string[]): string {
  return phrases.reduce((rest, phrase) => ` ${rest} `.replaceAll(` ${phrase} `, ' ').trim(), text);
}

function affixesOf(language: string | undefined): readonly Affixes[] {
  if (language === undefined) return [...affixesByLanguage.values()];
  const affixes = affixesByLanguage.get(language);
  return affixes === undefined ? [] : [affixes];
}

function contentWord(word: string, languages: readonly Affixes[], { canonical }: Synonyms): ContentWord {
  if (word.length < SHORTEST_INFLECTED) return { word, bare: [word], forms: [word] };
  const byLanguage = languages.map(affixes => ({ affixes, stems: withoutSuffixes(word, affixes) }));
  const bare = [word, ...byLanguage.flatMap(({ stems }) => stems)];
  const rest = byLanguage.flatMap(({ affixes, stems }) =>
    stems.flatMap(stem => withoutPrefix(stem, affixes)),
  );
  const distinct = (words: readonly string[]) => [...new Set(words.map(canonical))];
  return { word, bare: distinct(bare), forms: distinct([...bare, ...rest]) };
}

/**
 * Whether two texts say the same in words of which one is another form of the other's: `merumuskan` and `perumusan`. Two
 * words that end alike (`planing` and `planning`) are no forms of one word; one of them is misspelt.
 */
export function areForms(words: readonly ContentWord[], others: readonly ContentWord[]): boolean {
  return words.length === others.length && words.every(word => others.some(other => isForm(word, other)));
}

function isForm(a: ContentWord, b: ContentWord): boolean {
  if (a.word === b.word) return true;
  return endingOf(a) !== endingOf(b) && a.forms.some(form => b.forms.includes(form));
}

function endingOf({ word }: ContentWord): string | undefined {
  return longestSuffixFirst.find(suffix => word.endsWith(suffix));
}

/** The word, and what is left of it without one ending after the other. */
function withoutSuffixes(word: string, affixes: Affixes): readonly string[] {
  const stems = new Set([word]);
  // A set grows while it is walked: what is left without one ending may have another.
  for (const stem of stems) for (const shorter of withoutSuffix(stem, affixes)) stems.add(shorter);
  return [...stems];
}

function withoutSuffix(word: string, { suffixes, doubles }: Affixes): readonly string[] {
  return Object.entries(suffixes).flatMap(([suffix, before]) => {
    if (!word.endsWith(suffix)) return [];
    const rest = word.slice(0, -suffix.length);
    const single = doubles && isDoubled(rest) ? [rest.slice(0, -1)] : [];
    return [...before.map(ending => rest + ending), ...single].filter(isStem);
  });
}

function withoutPrefix(word: string, { prefixes }: Affixes): readonly string[] {
  return Object.entries(prefixes).flatMap(([prefix, before]) =>
    word.startsWith(prefix)
      ? before.map(beginning => beginning + word.slice(prefix.length)).filter(isStem)
      : [],
  );
}

function isStem(stem: string): boolean {
  return stem.length >= SHORTEST_STEM;
}

function isDoubled(stem: string): boolean {
  return stem.length > 2 && stem.at(-1) === stem.at(-2);
}
