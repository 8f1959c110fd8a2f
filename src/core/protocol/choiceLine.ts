import { languages } from '../language/languages';
import { wordsOf } from '../language/languageWords';
import { comparable } from '../text/comparable';
import { plainText } from '../text/plainText';
import type { Choice } from './schema';
import type { Synonyms } from './synonyms';
import { titleForms } from './title';
import { findTitle, type TitleIndex } from './titleIndex';

/** How much of a line is looked at, in UTF-16 code units: a label and a choice stand at its beginning. */
const HEAD = 300;
const LONGEST_LABEL = 60;
const SENTENCE_END = /[.!?;]/;
/** What may follow a choice: `: ; , . (`, a dash, or a hyphen after a blank. The blank before it is optional. */
const END_OF_CHOICE = /[:;,.(\u2013\u2014]|\s[-\u2010-\u2012]/gu;
/** What parts the clauses of a line. */
const CLAUSES = /\s*(?:[:;,.()\u2013\u2014]|\s[-\u2010-\u2012]\s)\s*/u;

const leads: ReadonlySet<string> = new Set(wordsOf(languages, ({ decisions }) => decisions.leads));
const intentions: ReadonlySet<string> = new Set(wordsOf(languages, ({ decisions }) => decisions.intentions));
const partly: ReadonlySet<string> = new Set(wordsOf(languages, ({ decisions }) => decisions.partly));
const denials: ReadonlySet<string> = new Set([
  ...wordsOf(languages, ({ decisions }) => decisions.negations),
  ...partly,
]);
/** What says when or where something goes on tells no more than that it does. */
const times: ReadonlySet<string> = new Set([
  ...wordsOf(languages, ({ stopWords }) => stopWords),
  ...wordsOf(languages, ({ months }) => months.flat()),
]);

/** The choices that a section has, and what else its lines may begin with. */
export interface ChoiceIndex {
  readonly choices: TitleIndex<Choice>;
  /** The words of the titles of the section and its stage that no choice has, comparable: `decision: continued`. */
  readonly ownWords: ReadonlySet<string>;
}

/**
 * The choice that a line names, by itself or after a leading `label:`: it is one, or begins with one and a separator; or a
 * clause of it is one behind what it is about (`the problem is resolved`, `not yet, continued next week`). What is denied
 * is not named, and what closes the case neither where a part of it is.
 */
export function choiceOfLine(rawLine: string, index: ChoiceIndex, synonyms: Synonyms): Choice | undefined {
  // What is cut off is stood for by a blank word, lest the beginning be taken for the whole.
  const line = plainText(rawLine.length > HEAD ? `${rawLine.slice(0, HEAD)} …` : rawLine);
  const rest = withoutLabel(line);
  const { choices } = index;
  const named =
    namedBy(line, choices, synonyms) ??
    namedBy(rest, choices, synonyms) ??
    namedByClause(line, index, synonyms) ??
    namedByClause(rest, index, synonyms);
  const [sentence = ''] = line.split(/[.;]/);
  return named?.closes && wordsIn(sentence).some(word => partly.has(word)) ? undefined : named;
}

function namedBy(text: string, choices: TitleIndex<Choice>, synonyms: Synonyms): Choice | undefined {
  const ends = [...text.matchAll(END_OF_CHOICE)].map(match => match.index);
  for (const end of [text.length, ...ends]) {
    const match = findTitle(choices, titleForms(text.slice(0, end)).map(synonyms.canonical));
    if (match) return match.term;
  }
  return undefined;
}

/** The first clause that is not denied, where it is a choice behind words that say what is spoken of. */
function namedByClause(text: string, index: ChoiceIndex, synonyms: Synonyms): Choice | undefined {
  let isDenied = false;
  for (const clause of text.split(CLAUSES)) {
    const words = wordsIn(clause);
    const start = words.findIndex(word => !isLead(word, index));
    if (start < 0) continue;
    if (denials.has(words[start] ?? '')) {
      isDenied = true;
      continue;
    }
    const isIntended = words.slice(0, start).some(word => intentions.has(word));
    const choice = choiceAt(words.slice(start), index, synonyms);
    return choice?.closes && (isDenied || isIntended) ? undefined : choice;
  }
  return undefined;
}

/** The choice that the words begin with, where all others say only when. */
function choiceAt(
  words: readonly string[],
  { choices }: ChoiceIndex,
  synonyms: Synonyms,
): Choice | undefined {
  for (let count = words.length; count > 0; count--) {
    const choice = choices.get(synonyms.canonical(words.slice(0, count).join(' ')))?.term;
    if (choice === undefined) continue;
    return words.slice(count).every(word => isTime(word)) ? choice : undefined;
  }
  return undefined;
}

function isLead(word: string, { ownWords }: ChoiceIndex): boolean {
  return [word, word.replace(/nya$/, '')].some(
    each => leads.has(each) || intentions.has(each) || ownWords.has(each),
  );
}

function isTime(word: string): boolean {
  return !denials.has(word) && (times.has(word) || /^(?:\p{L}+-)?\d+$/u.test(word));
}

function wordsIn(text: string): readonly string[] {
  return comparable(text)
    .split(/[\s(]+/)
    .map(word => word.replace(/[)!]+$/, ''))
    .filter(word => word !== '');
}

function withoutLabel(line: string): string {
  const colon = line.indexOf(':');
  const isLabel = colon > 0 && colon <= LONGEST_LABEL && !SENTENCE_END.test(line.slice(0, colon));
  return isLabel ? line.slice(colon + 1) : '';
}
