import { type LanguageTable, languages } from '../language/languages';
import { wordsOf } from '../language/languageWords';

type Decisions = LanguageTable['decisions'];

function said(pick: (decisions: Decisions) => readonly string[]): ReadonlySet<string> {
  return new Set(wordsOf(languages, ({ decisions }) => pick(decisions)));
}

const leads = said(table => table.leads);
/** That it is to be so. */
export const intentions = said(table => table.intentions);
const negations = said(table => table.negations);
/** That only a part of it is so. */
export const partly = said(table => table.partly);
/** That it is not so, or only in part. */
export const denials: ReadonlySet<string> = new Set([...negations, ...partly]);
const affirmations = said(table => table.affirmations);
const degrees = said(table => table.degrees);
/** What sessions are called, before their number. */
export const sessionNouns = said(table => table.sessions);
/** What speaks of the session. */
export const sessions: ReadonlySet<string> = new Set([...sessionNouns, ...said(table => table.thisSession)]);
/** What joins several things that are decided. */
export const joins = said(table => table.joins);
/** What parts choices that are not decided. */
export const alternatives = said(table => table.alternatives);
const reasons = said(table => table.reasons);
const prefixes = said(table => table.prefixes);
const endings = Object.values(languages).flatMap(({ decisions }) => decisions.endings);
const months: readonly string[] = wordsOf(languages, table => table.months.flat());
/** What says when, how often or where something goes on tells no more than that it does. */
const times: ReadonlySet<string> = new Set([
  ...wordsOf(languages, ({ stopWords }) => stopWords),
  ...wordsOf(languages, ({ timeWords }) => [...timeWords.numbers, ...timeWords.weekdays].flat()),
  ...said(table => [...table.paces, ...table.since]),
  ...affirmations,
  ...months,
]);
const clear: ReadonlySet<string> = new Set([
  ...leads,
  ...said(table => [...table.degrees, ...table.since]),
  ...affirmations,
  ...months,
]);
const days: ReadonlySet<string> = new Set(wordsOf(languages, ({ timeWords }) => timeWords.day));
const yesLetters = said(table => table.letters.yes);
const noLetters = said(table => table.letters.no);

/** Whether a word leads to a choice: what the decision is about, and that it is, or is to be, so. */
export function isLead(word: string): boolean {
  return leads.has(word) || intentions.has(word) || affirmations.has(word) || degrees.has(word);
}

/** Whether a word behind a choice that closes the case leaves it clear that it does; what speaks of the session may. */
export function isClearBehind(word: string): boolean {
  return clear.has(word) || sessions.has(word) || days.has(word) || isNumber(word);
}

/** Whether the words that are nothing else answer a question, and how; undefined where they do not. */
export function answerOf(all: readonly string[]): boolean | undefined {
  const words = all.filter(word => !joins.has(word));
  if (words.length === 0) return undefined;
  const [first = '', ...others] = words;
  if (others.length === 0 && noLetters.has(first)) return false;
  if (words.every(word => affirmations.has(word) || yesLetters.has(word))) return true;
  return negations.has(first) && others.every(word => degrees.has(word)) ? false : undefined;
}

/** Whether the words only list the answers that there may be: `Y/N`, `ya/tidak`. */
export function isForm([word = '', ...others]: readonly string[]): boolean {
  return (
    others.length === 0 &&
    word.includes('/') &&
    word.split('/').every(each => yesLetters.has(each) || answerOf([each]) !== undefined)
  );
}

/** Other forms in which the verb of a choice may be said. */
export function verbsOf(word: string): readonly string[] {
  return [
    ...endings.flatMap(([ending, meant]) =>
      word.endsWith(ending) ? [word.slice(0, word.length - ending.length) + meant] : [],
    ),
    ...[...prefixes].map(prefix => prefix + word),
  ];
}

/** Whether words behind a choice only say when, how often or why. */
export function isHow(words: readonly string[]): boolean {
  return reasons.has(words[0] ?? '') || words.every(isTime);
}

function isTime(word: string): boolean {
  return !denials.has(word) && !alternatives.has(word) && (times.has(word) || isNumber(word));
}

function isNumber(word: string): boolean {
  return /^(?:\p{L}+-)?\d+(?:[/-]\d+)*%?$/u.test(word);
}
