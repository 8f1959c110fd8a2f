import { languages } from '../language/languages';
import { wordsOf } from '../language/languageWords';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { FrontMatterValue } from './frontMatter';

/** What parts the stages of a list that is written without brackets. */
const COMMAS = /[,;]/g;
/** What does so too, but may be in a title as well. */
const AND = new RegExp(`[&+]|(?<!\\S)(?:${wordsOf(languages, ({ and }) => [and]).join('|')})(?!\\S)`, 'gi');

/** The stages that one value names: a stage whose title may have a comma, or several (`exploration, planning`). */
export function stagesIn(
  value: FrontMatterValue,
  protocols: readonly CompiledProtocol[],
): readonly FrontMatterValue[] {
  const isStage = ({ text }: FrontMatterValue): boolean =>
    protocols.some(protocol => protocol.stageByName(text) !== undefined);
  // What is quoted is meant as one.
  const isPlain = value.text.length === value.range.end - value.range.start;
  if (!isPlain || isStage(value)) return [value];
  return partsBetween(value, COMMAS).flatMap(part => {
    if (isStage(part)) return [part];
    const named = partsBetween(part, AND);
    return named.every(isStage) ? named : [part];
  });
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
