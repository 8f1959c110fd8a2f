import { languages } from '../language/languages';
import { wordsOf } from '../language/languageWords';
import { type Message, message } from '../message';

/** A name as people write it: a capital and small letters, with what stands inside of names, or an initial. */
const NAME_WORD = /^(?:(?:\p{Lu}['’])?\p{Lu}\p{Ll}+(?:[-'’]\p{L}+)*|\p{Lu}\.)$/u;
const FEWEST_LETTERS = 3;
const MOST_WORDS = 5;

const notNames: ReadonlySet<string> = new Set(wordsOf(languages, ({ clientWords }) => clientWords));

/**
 * Whether what stands for a client looks like a person's name: words with a capital, and no digit, none of which says
 * what kind of client it is (`Kelompok Mawar`). It may be no name all the same: what follows of it is a hint at most.
 */
export function looksLikeName(client: string): boolean {
  const words = client.trim().split(/\s+/);
  if (words.length > MOST_WORDS || !words.every(word => NAME_WORD.test(word))) return false;
  const isLong = words.some(word => word.length >= FEWEST_LETTERS && !word.endsWith('.'));
  return isLong && words.every(word => !notNames.has(word.toLowerCase()));
}

/** What is to be minded in a code that is about to be given to a client. */
export function remarkOnCode(client: string): Message | undefined {
  if (looksLikeName(client)) return message('client.is-name');
  return classWithin(client) === undefined ? undefined : message('client.has-class');
}

/** A class of a secondary school: a number or Roman number from 7 to 12, and a letter. */
const CLASS = /^(?:[7-9]|1[0-2]|VII|VIII|IX|X|XI|XII)[A-Z]$/;
/** A Roman number that no initials are. */
const GRADE = /^(?:VII|VIII|XI|XII)$/;

/**
 * The part of a client's code that looks like a school class, as it is written: `8B` of `AR-8B`. `known` is the class that
 * the note has in a field of its own. Undefined for a code that has none, or is nothing else.
 */
export function classWithin(client: string, known?: string): string | undefined {
  const parts = client.split(/[^\p{L}\p{N}]+/u).filter(part => part !== '');
  if (parts.length < 2) return undefined;
  const own = known?.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return parts.find(part => CLASS.test(part) || GRADE.test(part) || part.toLowerCase() === own);
}
