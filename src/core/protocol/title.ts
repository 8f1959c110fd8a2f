import { languages } from '../language/languages';
import {
  languageByStageWord,
  numbersByWord,
  ordinalPattern,
  stageNumberPattern,
  stepNumberPattern,
} from '../language/languageWords';
import { comparable } from '../text/comparable';
import { plainText } from '../text/plainText';
import type { Role } from './schema';

/** No title is longer, in UTF-16 code units of Markdown source; a longer text names nothing. */
const LONGEST_TITLE = 2000;

/** A final `{#id}`, perhaps with classes beside the id and emphasis around the whole. */
const EXPLICIT_ID = /(?<!\\)\{(?:[^{}]*\s)?#([^\s{}]+)[^{}]*\}[\s:*_]*$/;
const STAGE_NUMBER = stageNumberPattern(languages);
const languageByWord = languageByStageWord(languages);
const byWord = numbersByWord(languages);
const NUMBERINGS = [
  STAGE_NUMBER,
  stepNumberPattern(languages),
  ordinalPattern(languages),
  /^\((?:\d{1,3}|[ivxlc]{1,7}|[a-z])\) ?/,
  /^(?:\d{1,3}\.)*\d{1,3}(?: ?[.):] ?| - ?| )/,
  /^(?:[ivxlc]{1,7}|[a-z])(?: ?[.):] ?| - )/,
];
const MAX_NUMBERINGS = 3;
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

/** The stage that a bare `Tahap 2`, `Stage II` or `First stage` counts to, from 1, and the language of the word. */
interface StageNumber {
  readonly number: number;
  readonly language: string;
}

/** A heading's title, or another text that is compared with titles, read once. */
export interface ReadTitle {
  /** The id of a Pandoc attribute `{#id}`, if it has one. */
  readonly explicitId: string | undefined;
  /** The comparable text as it stands, then with its leading numberings stripped one by one; none is empty. */
  readonly forms: readonly string[];
  readonly stageNumber: StageNumber | undefined;
}

/** Reads a title from its Markdown source. */
export function readTitle(markdown: string): ReadTitle {
  if (markdown.length > LONGEST_TITLE) return { explicitId: undefined, forms: [], stageNumber: undefined };
  const forms = titleForms(plainText(markdown));
  return { explicitId: EXPLICIT_ID.exec(markdown)?.[1], forms, stageNumber: stageNumberOf(forms) };
}

/** What a part of a format is called, in all languages: its titles, then its aliases. */
export function titlesIn({ title, aliases }: Pick<Role, 'title' | 'aliases'>): readonly string[] {
  return [...Object.values(title), ...Object.values(aliases).flat()];
}

/** The comparable words of a title, without a trailing colon. */
export function titleText(markdown: string): string {
  return withoutColon(comparable(plainText(markdown)));
}

/** The forms (see `ReadTitle`) of a title that is plain text. */
export function titleForms(plain: string): readonly string[] {
  return formsOf(withoutColon(comparable(plain)));
}

function withoutColon(text: string): string {
  let end = text.length;
  while (end > 0 && ' :'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/**
 * The whole comes first, so that a title which itself begins like a numbering (`A. …`, `12 steps`) is found
 * before its beginning is taken for one.
 */
function formsOf(text: string): readonly string[] {
  const forms: string[] = [];
  let form = text;
  while (form !== '' && forms.length <= MAX_NUMBERINGS) {
    forms.push(form);
    const numbering = NUMBERINGS.map(pattern => pattern.exec(form)?.[0]).find(found => found !== undefined);
    if (numbering === undefined) break;
    form = form.slice(numbering.length);
  }
  return forms;
}

function stageNumberOf(forms: readonly string[]): StageNumber | undefined {
  for (const form of forms) {
    const match = STAGE_NUMBER.exec(form);
    if (match === null || match[0] !== form) continue;
    const { behind, behindWord, before = '', beforeWord = '' } = match.groups ?? {};
    const language = languageByWord.get(behindWord ?? beforeWord) ?? '';
    return { number: numberOf(behind ?? before), language };
  }
  return undefined;
}

function numberOf(numeral: string): number {
  const ordinal = byWord.get(numeral);
  if (ordinal !== undefined) return ordinal;
  if (/^\d/.test(numeral)) return Number(numeral);
  const values = [...numeral].map(letter => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
