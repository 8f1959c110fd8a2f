import { languages } from '../language/languages';
import { anyWordOf } from '../language/languageWords';

const WORD = /[\p{L}\p{N}]+/gu;
/** The word that joins two others, in whatever language: a title may have `&` in its place. */
const AND = new RegExp(`(?<= )(?:${anyWordOf(languages, ({ and }) => [and])})(?= )`, 'g');

/** Puts one word for all words and phrases that the protocol lets swap. */
export interface Synonyms {
  /** `text` (comparable) with every word or phrase of a set of synonyms replaced by the same one of the set, `and` by `&`. */
  canonical(text: string): string;
  /** `text` (comparable) in all its wordings, itself first, at most `limit` of them. */
  wordings(text: string, limit: number): readonly string[];
}

/** Builds `Synonyms` from sets of comparable phrases; sets that share a phrase are one set. */
export function synonymsOf(sets: readonly (readonly string[])[]): Synonyms {
  const classes = classesOf(sets);
  if (classes.size === 0) return { canonical: withSign, wordings: text => [text] };
  const longest = Math.max(...[...classes.keys()].map(phrase => wordsOf(phrase).length));
  const beginnings = new Set([...classes.keys()].flatMap(phrase => phrase.match(WORD)?.[0] ?? []));
  const mayHavePhrase = (text: string): boolean =>
    text.match(WORD)?.some(word => beginnings.has(word)) === true;
  const split = (text: string): readonly Piece[] => piecesOf(text, classes, longest);
  const withFirst = (text: string): string =>
    split(text)
      .map(piece => piece.phrases[0] ?? piece.text)
      .join('');
  return {
    canonical: text => withSign(mayHavePhrase(text) ? withFirst(text) : text),
    wordings: (text, limit) => wordingsOf(text, split(text), limit),
  };
}

function withSign(text: string): string {
  return text.replace(AND, '&');
}

/** A stretch of a text: a phrase that has synonyms (with the whole set, in the protocol's order), or the rest. */
interface Piece {
  readonly text: string;
  readonly phrases: readonly string[];
}

interface Word {
  readonly start: number;
  readonly end: number;
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map(match => ({ start: match.index, end: match.index + match[0].length }));
}

function classesOf(sets: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> {
  const classes = new Map<string, readonly string[]>();
  for (const set of sets) {
    const merged = [...new Set(set.flatMap(phrase => [...(classes.get(phrase) ?? []), phrase]))];
    for (const phrase of merged) classes.set(phrase, merged);
  }
  return classes;
}

function piecesOf(
  text: string,
  classes: ReadonlyMap<string, readonly string[]>,
  longest: number,
): readonly Piece[] {
  const words = wordsOf(text);
  const pieces: Piece[] = [];
  let done = 0;
  for (let at = 0; at < words.length; at++) {
    const found = longestPhraseAt(text, words, at, classes, longest);
    if (!found) continue;
    pieces.push({ text: text.slice(done, found.start), phrases: [] });
    pieces.push({ text: text.slice(found.start, found.end), phrases: found.phrases });
    done = found.end;
    at += found.words - 1;
  }
  pieces.push({ text: text.slice(done), phrases: [] });
  return pieces;
}

function longestPhraseAt(
  text: string,
  words: readonly Word[],
  at: number,
  classes: ReadonlyMap<string, readonly string[]>,
  longest: number,
): { start: number; end: number; words: number; phrases: readonly string[] } | undefined {
  const start = words[at]?.start ?? 0;
  for (let count = Math.min(longest, words.length - at); count > 0; count--) {
    const end = words[at + count - 1]?.end ?? start;
    const phrases = classes.get(text.slice(start, end));
    if (phrases) return { start, end, words: count, phrases };
  }
  return undefined;
}

function wordingsOf(text: string, pieces: readonly Piece[], limit: number): readonly string[] {
  let wordings = [''];
  for (const piece of pieces) {
    const choices = [piece.text, ...piece.phrases.filter(phrase => phrase !== piece.text)];
    const usable = wordings.length * choices.length > limit ? [piece.text] : choices;
    wordings = usable.flatMap(choice => wordings.map(before => before + choice));
  }
  return wordings.length > 0 ? wordings : [text];
}
