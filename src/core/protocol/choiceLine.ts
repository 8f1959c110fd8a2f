import { comparable } from '../text/comparable';
import { plainText } from '../text/plainText';
import type { ChoiceReading } from './compiledProtocol';
import {
  alternatives,
  answerOf,
  denials,
  intentions,
  isClearBehind,
  isForm,
  isHow,
  isLead,
  joins,
  partly,
  sessionNouns,
  sessions,
  verbsOf,
} from './decisionWords';
import type { Choice } from './schema';
import type { Synonyms } from './synonyms';
import { titleForms } from './title';
import { findTitle, type TitleIndex } from './titleIndex';

/** How much of a line is looked at, in UTF-16 code units: a label and a choice stand at its beginning. */
const HEAD = 300;
const LONGEST_LABEL = 60;
const SENTENCE_END = /[.!?;]/;
/** What parts the clauses of a line: `: ; , . ( ) ? !`, a dash, or a hyphen after a blank. The blank before it is optional. */
const SEPARATOR = /\s*[:;,.()?!\u2013\u2014]|\s[-\u2010-\u2012]/gu;
/** A dash in place of an answer. */
const NO_ANSWER = /[:=]\s*[-\u2010-\u2014]\s*$/u;
const HARD_BREAK = /\\$/;
const STRUCK_OUT = /~~[^~]+~~/g;
const QUOTED =
  /["'\u201c\u201d\u201e\u2018\u00ab]([^"'\u2018-\u201e\u00ab\u00bb]{1,60})["'\u201c\u201d\u2019\u00bb]/gu;
/** `sesi 3`, `session 3 of 5`. */
const NUMBERED_SESSION = new RegExp(
  String.raw`^\s*(?:${[...sessionNouns].join('|')})\s*(?:\p{L}{2,3}\.?)?[-# ]*(\d{1,3})(?:\s*(?:/|\p{L}+)\s*(\d{1,3}))?(?!\p{L})`,
  'iu',
);
const OPENING_QUOTE = /["\u201c\u201e\u00ab]/;
const PERCENT = /(\d{1,3}) ?%/;
/** What counts the lines of a list: `1`, `b`. */
const COUNT = /^(?:\d{1,2}|[a-z])$/;

/** The choices that a section has, and what else its lines may begin with. */
export interface ChoiceIndex {
  readonly choices: TitleIndex<Choice>;
  /** The words of the titles of the section and its stage that no choice has, comparable: `decision: continued`. */
  readonly ownWords: ReadonlySet<string>;
}

/** What a line says that speaks of no choice. */
export const noChoices: ChoiceReading = { named: [], unclear: [], isAbout: false };

/**
 * The choices that a line names, by itself or after a leading `label:`: it is one, or begins with one and a separator; or a
 * clause of it is one behind what it is about (`the problem is resolved`, `not yet, continued next week`). What is denied,
 * struck out, asked, or one of several that are left open is not named, and what closes the case only where nothing makes
 * it less than that: a part of it, the session alone, a day to come.
 */
export function choicesOfLine(rawLine: string, index: ChoiceIndex, synonyms: Synonyms): ChoiceReading {
  // What is cut off is stood for by a blank word, lest the beginning be taken for the whole.
  const head = rawLine.length > HEAD ? `${rawLine.slice(0, HEAD)} …` : rawLine.replace(HARD_BREAK, '');
  const line = plainText(head.includes('~~') ? withoutStruckOut(head) : head);
  const whole = new LineReader(line, index, synonyms, false).read();
  if (whole.isAbout) return whole;
  const colon = endOfLabel(line);
  if (colon < 0) return noChoices;
  const isDenied = wordsIn(line.slice(0, colon)).some(word => denials.has(word));
  return new LineReader(line.slice(colon + 1), index, synonyms, isDenied).read();
}

/** A stretch of a line between separators. */
interface Clause {
  readonly start: number;
  readonly end: number;
  /** What parts it from what follows. */
  readonly mark: string;
}

/** Reads the clauses of a line one after the other. */
class LineReader {
  readonly #text: string;
  readonly #index: ChoiceIndex;
  readonly #synonyms: Synonyms;
  readonly #clauses: readonly Clause[];
  readonly #found: Choice[] = [];
  #last: Choice | undefined;
  /** Whether the last one was asked, and waits for its answer. */
  #isAsked = false;
  #isDenied: boolean;
  #isOpen = false;
  /** Whether something was said of a choice, be it that it is not so. */
  #isAboutChoice = false;

  constructor(text: string, index: ChoiceIndex, synonyms: Synonyms, isDenied: boolean) {
    this.#index = index;
    this.#synonyms = synonyms;
    this.#isDenied = isDenied;
    this.#text = withoutQuotes(text.trim(), quoted => this.#titled(quoted));
    this.#clauses = clausesOf(this.#text);
  }

  read(): ChoiceReading {
    let isPassedOver = false;
    for (let at = 0; at < this.#clauses.length; at++) {
      const clause = this.#clauses[at];
      if (clause === undefined) break;
      const taken = isPassedOver ? 1 : this.#take(at, clause);
      // What is told in words of their own ends what is decided, or with what was decided only the sentence.
      if (taken === 0 && this.#found.length === 0) break;
      if (taken === 0) isPassedOver = true;
      if (/[.;!?]/.test(clause.mark)) isPassedOver = false;
      at += Math.max(0, taken - 1);
    }
    if (this.#isAsked) this.#withdraw();
    if (NO_ANSWER.test(this.#text)) this.#withdraw();
    if (!this.#isAboutChoice) return noChoices;
    const closing = this.#found.find(({ closes }) => closes);
    if (closing !== undefined && this.#namesSession())
      return { named: [], unclear: [closing], isAbout: true };
    return this.#isOpen ? { ...noChoices, isAbout: true } : readingOf(this.#found);
  }

  /** How many clauses are understood from this one on. */
  #take(at: number, clause: Clause): number {
    const source = this.#text.slice(clause.start, clause.end);
    const words = wordsIn(source);
    if (words.length === 0 && at > 0) return 1;
    const answer = answerOf(words);
    if (answer !== undefined && (this.#last !== undefined || answer)) {
      if (answer) this.#isAsked = false;
      else this.#withdraw();
      return 1;
    }
    if (this.#isAsked) this.#withdraw();
    const titled = this.#titleAt(at);
    if (titled !== undefined) {
      this.#name(titled.choice, [], titled.last);
      return titled.last - at + 1;
    }
    const isCount = words.length === 1 && COUNT.test(words[0] ?? '') && !this.#isAboutChoice;
    if (words.length === 0 || isCount || isForm(words)) return 1;
    if (this.#takeWords(words, at)) return 1;
    return this.#takeJoined(words, at) ? 1 : 0;
  }

  /** What joins say may be several things; where the first is understood, the others may be in words of their own. */
  #takeJoined(words: readonly string[], at: number): boolean {
    const parts = partedBy(words, joins);
    const [first, ...others] = parts;
    if (first === undefined || others.length === 0 || !this.#takeWords(first, at)) return false;
    for (const part of others) {
      if (this.#takeWords(part, at)) continue;
      // `Selesai dan minta lanjut`: what goes on in words of their own is no clear end.
      const other = part.map(word => this.#choiceOf([word])).find(choice => choice && !choice.closes);
      if (other !== undefined && this.#last?.closes) this.#found.push(other);
    }
    return true;
  }

  /** Whether the words are a choice behind what it is about, or deny one, or lead to one. */
  #takeWords(all: readonly string[], at: number): boolean {
    const words = all.slice(
      Math.max(
        0,
        all.findIndex(word => !joins.has(word)),
      ),
    );
    const isOpen = alternatives.has(words[0] ?? '');
    const start = words.findIndex((word, place) => !(isOpen && place === 0) && !this.#isLead(word));
    if (start < 0) return true;
    if (denials.has(words[start] ?? '')) {
      const denied = words.slice(start + 1).map(word => this.#choiceOf([word]));
      const choice = denied.find(each => each !== undefined);
      this.#isAboutChoice ||= choice !== undefined;
      // `Tidak dilanjutkan, selesai`: what does not go on may well have ended.
      this.#isDenied ||= choice === undefined || choice.closes;
      return true;
    }
    const choice = this.#choiceAt(words.slice(start));
    if (choice === undefined) return false;
    if (isOpen) this.#isOpen = true;
    this.#name(choice, words, at);
    return true;
  }

  /** `words` are those of its clause, none where it is nothing but the title; `at` is the last of its clauses. */
  #name(choice: Choice, words: readonly string[], at: number): void {
    this.#isAboutChoice = true;
    const { mark = '' } = this.#clauses[at] ?? {};
    if (choice.closes && (this.#isDenied || !this.#isClear(choice, words, at))) {
      this.#isDenied = true;
      this.#last = undefined;
      return;
    }
    this.#last = choice;
    this.#isAsked = mark.includes('?');
    if (!this.#found.includes(choice)) this.#found.push(choice);
  }

  /** Whether the words around a choice that closes the case leave it at that. */
  #isClear(choice: Choice, words: readonly string[], at: number): boolean {
    if (this.#isPart(at)) return false;
    const start = words.findIndex(word => this.#choiceOf([word]) === choice);
    const [before, behind] = [words.slice(0, Math.max(start, 0)), words.slice(start + 1)];
    if (before.some(word => intentions.has(word))) return false;
    if (!behind.every(isClearBehind)) return false;
    // `Sesi selesai`, `Selesai sesi ini`: it is the session that is over.
    if (before.some(word => sessions.has(word))) return false;
    return before.length > 0 || !behind.some(word => sessions.has(word));
  }

  /** Whether the sentence says that only a part of it is so. */
  #isPart(at: number): boolean {
    const end = this.#clauses.find(({ mark }, place) => place >= at && /[.;]/.test(mark))?.end;
    const sentence = this.#text.slice(this.#clauses[at]?.start ?? 0, end);
    const [, percent] = PERCENT.exec(sentence) ?? [];
    return (
      (percent !== undefined && Number(percent) < 100) || wordsIn(sentence).some(word => partly.has(word))
    );
  }

  /** Whether a clause begins with the number of a session, which may be all that is over; the last of so many is not. */
  #namesSession(): boolean {
    const quote = this.#text.search(OPENING_QUOTE);
    return this.#clauses.some(({ start, end }) => {
      if (quote >= 0 && start > quote) return false;
      const [, number, last] = NUMBERED_SESSION.exec(this.#text.slice(start, end)) ?? [];
      return number !== undefined && number !== last;
    });
  }

  #withdraw(): void {
    this.#isAsked = false;
    this.#isDenied = true;
    const at = this.#last === undefined ? -1 : this.#found.lastIndexOf(this.#last);
    if (at >= 0) this.#found.splice(at, 1);
    this.#last = undefined;
  }

  /** The choice whose title begins at a clause; at the beginning it may go beyond that. */
  #titleAt(at: number): { readonly choice: Choice; readonly last: number } | undefined {
    const start = this.#clauses[at]?.start ?? 0;
    const ends = at === 0 ? [this.#clauses.length - 1, ...this.#clauses.keys()] : [at];
    for (const last of ends) {
      const choice = this.#titled(this.#text.slice(start, this.#clauses[last]?.end));
      if (choice !== undefined) return { choice, last };
    }
    return undefined;
  }

  #titled(text: string): Choice | undefined {
    return findTitle(this.#index.choices, titleForms(text).map(this.#synonyms.canonical))?.term;
  }

  /** The choice that the words begin with, where all others say only when. */
  #choiceAt(words: readonly string[]): Choice | undefined {
    for (let count = words.length; count > 0; count--) {
      const choice = this.#choiceOf(words.slice(0, count));
      if (choice === undefined) continue;
      const rest = words.slice(count);
      if (choice.closes) return rest.some(word => joins.has(word)) ? undefined : choice;
      return isHow(rest) ? choice : undefined;
    }
    return undefined;
  }

  /** By its title, or, where that closes nothing, by another form of its verb. */
  #choiceOf(words: readonly string[]): Choice | undefined {
    const { choices } = this.#index;
    const { canonical } = this.#synonyms;
    const text = words.join(' ');
    const titled = choices.get(canonical(text))?.term;
    if (titled !== undefined || words.length > 1) return titled;
    return verbsOf(text)
      .map(verb => choices.get(canonical(verb))?.term)
      .find(choice => choice !== undefined && !choice.closes);
  }

  #isLead(word: string): boolean {
    return [word, word.replace(/nya$/, '')].some(each => isLead(each) || this.#index.ownWords.has(each));
  }
}

function readingOf(found: readonly Choice[]): ChoiceReading {
  const closing = found.find(({ closes }) => closes);
  const other = found.find(({ closes }) => !closes);
  if (closing !== undefined && other !== undefined)
    return { named: [], unclear: [closing, other], isAbout: true };
  return { named: found, unclear: [], isAbout: true };
}

function clausesOf(text: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const match of text.matchAll(SEPARATOR)) {
    clauses.push({ start, end: match.index, mark: match[0].trim() });
    start = match.index + match[0].length;
  }
  return [...clauses, { start, end: text.length, mark: '' }];
}

function partedBy(words: readonly string[], parting: ReadonlySet<string>): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const word of words) {
    if (parting.has(word)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.filter(({ length }) => length > 0);
}

function wordsIn(text: string): readonly string[] {
  return comparable(text)
    .split(/[\s(]+/)
    .map(word => word.replace(/[)!]+$/, ''))
    .filter(word => word !== '');
}

/** Of a form whose other choices are struck out, what is left: `~~Terselesaikan~~ / Diteruskan`. */
function withoutStruckOut(markdown: string): string {
  const left = markdown.split(STRUCK_OUT).map(each => each.replace(/^\s*[/|]|[/|]\s*$/g, ''));
  return left.join(' ').trim();
}

/** Without the quotes around a choice; one that closes the case may be what somebody said, unless nothing else stands there. */
function withoutQuotes(text: string, titled: (quoted: string) => Choice | undefined): string {
  return text.replace(QUOTED, (whole: string, quoted: string) => {
    const choice = titled(quoted.replace(/[.!]$/, ''));
    if (choice === undefined) return whole;
    const isAlone = text.replace(whole, '').replace(/[.!]/, '').trim() === '';
    return isAlone || !choice.closes ? quoted : whole;
  });
}

/** Where the colon of a leading label stands; -1 where there is none. */
function endOfLabel(line: string): number {
  const colon = line.indexOf(':');
  const isLabel = colon > 0 && colon <= LONGEST_LABEL && !SENTENCE_END.test(line.slice(0, colon));
  return isLabel ? colon : -1;
}
