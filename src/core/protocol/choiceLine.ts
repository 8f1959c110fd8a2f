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

/** The choice that a line names, by itself or after a leading `label:`. */
export function choiceOfLine(
  rawLine: string,
  choices: TitleIndex<Choice>,
  synonyms: Synonyms,
): Choice | undefined {
  // What is cut off is stood for by a blank word, lest the beginning be taken for the whole.
  const line = plainText(rawLine.length > HEAD ? `${rawLine.slice(0, HEAD)} …` : rawLine);
  return namedBy(line, choices, synonyms) ?? namedBy(withoutLabel(line), choices, synonyms);
}

function namedBy(text: string, choices: TitleIndex<Choice>, synonyms: Synonyms): Choice | undefined {
  const ends = [...text.matchAll(END_OF_CHOICE)].map(match => match.index);
  for (const end of [text.length, ...ends]) {
    const match = findTitle(choices, titleForms(text.slice(0, end)).map(synonyms.canonical));
    if (match) return match.term;
  }
  return undefined;
}

function withoutLabel(line: string): string {
  const colon = line.indexOf(':');
  const isLabel = colon > 0 && colon <= LONGEST_LABEL && !SENTENCE_END.test(line.slice(0, colon));
  return isLabel ? line.slice(colon + 1) : '';
}
