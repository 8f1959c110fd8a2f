import { languages } from '../../language/languages';
import type { Cue } from './importedTranscript';

/** So many words are enough to tell a language by. */
const MOST_WORDS = 3000;
/** Of so few function words nothing follows. */
const FEWEST = 5;
/** How many times as many as those of any other language they are. */
const CLEARLY = 3;

const WORD = /[\p{L}\p{M}]+/gu;

const functionWords: readonly (readonly [language: string, words: ReadonlySet<string>])[] = Object.entries(
  languages,
).map(([language, { stopWords }]) => [language, new Set(stopWords)] as const);

/** The language that the words are in, by the function words of the languages that are known; undefined where it is not clear. */
export function languageOfWords(cues: readonly Pick<Cue, 'words'>[]): string | undefined {
  const counts = new Map<string, number>();
  let looked = 0;
  for (const { words } of cues) {
    for (const word of words.toLowerCase().match(WORD) ?? []) {
      looked++;
      for (const [language, own] of functionWords)
        if (own.has(word)) counts.set(language, (counts.get(language) ?? 0) + 1);
    }
    if (looked > MOST_WORDS) break;
  }
  const [[language, count] = [undefined, 0], [, second] = [undefined, 0]] = [...counts].sort(
    ([, a], [, b]) => b - a,
  );
  return count >= FEWEST && count >= CLEARLY * second ? language : undefined;
}
