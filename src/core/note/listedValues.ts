import { languages } from '../language/languages';
import { anyWordOf } from '../language/languageWords';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { FrontMatterValue } from './frontMatter';

/** What parts the values of a list that is written without brackets. */
const COMMAS = /[,;]/g;
/** What does so too, but may be in a title as well. */
const AND = new RegExp(`[&+]|(?<!\\S)(?:${anyWordOf(languages, ({ and }) => [and])})(?!\\S)`, 'gi');

/** The stages that one value names: a stage whose title may have a comma, or several (`exploration, planning`). */
export function stagesIn(
  value: FrontMatterValue,
  protocols: readonly CompiledProtocol[],
): readonly FrontMatterValue[] {
  const isStage = ({ text }: FrontMatterValue): boolean =>
    protocols.some(protocol => protocol.stageByName(text) !== undefined);
  if (isQuoted(value) || isStage(value)) return [value];
  return partsBetween(value, COMMAS).flatMap(part => {
    if (isStage(part)) return [part];
    const named = partsAtAnd(part);
    return named.every(isStage) ? named : [part];
  });
}

/** What stands between the words and signs for "and" in a value. */
export function partsAtAnd(value: FrontMatterValue): readonly FrontMatterValue[] {
  return partsBetween(value, AND);
}

/** What a value has that is more than one code. */
const MORE = /[,;&+\s\u00ab\u00bb\u2018-\u201f]/;
/** What can be taken for a code: it has a digit and no blank, as a name has none or several. */
const CODE = /^\S*\d\S*$/;
/** Quotation marks of a word processor, which YAML takes for a part of the value. */
const TYPOGRAPHIC = /^[\u2018-\u201f\u00ab\u00bb]([^\u2018-\u201f\u00ab\u00bb]+)[\u2018-\u201f\u00ab\u00bb]$/;

/** The clients that one value names: a name, which may have a comma, or several codes (`K-014, K-021`). */
export function clientsIn(value: FrontMatterValue): readonly FrontMatterValue[] {
  if (!MORE.test(value.text) || isQuoted(value)) return [value];
  const parts = partsBetween(value, COMMAS).flatMap(part => partsBetween(part, AND));
  const isList = parts.length > 1 && parts.every(({ text }) => CODE.test(text));
  return (isList ? parts : [value]).map(withoutTypographicQuotes);
}

function withoutTypographicQuotes(value: FrontMatterValue): FrontMatterValue {
  const inner = TYPOGRAPHIC.exec(value.text)?.[1];
  if (inner === undefined) return value;
  return { text: inner, range: { start: value.range.start + 1, end: value.range.end - 1 } };
}

/** What is quoted is meant as one. */
function isQuoted({ text, range }: FrontMatterValue): boolean {
  return text.length !== range.end - range.start;
}

/** The parts of a value between what `marks` finds, without the blanks around them. */
function partsBetween({ text, range }: FrontMatterValue, marks: RegExp): readonly FrontMatterValue[] {
  const found = [...text.matchAll(marks)].map(mark => ({
    at: mark.index,
    after: mark.index + mark[0].length,
  }));
  const starts = [0, ...found.map(({ after }) => after)];
  return starts.flatMap((from, index) => {
    const part = text.slice(from, found[index]?.at);
    const words = part.trim();
    const start = range.start + from + part.length - part.trimStart().length;
    return words === '' ? [] : [{ text: words, range: { start, end: start + words.length } }];
  });
}
