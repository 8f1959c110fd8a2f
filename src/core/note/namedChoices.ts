import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Section } from '../protocol/schema';
import { type ChoiceWords, choiceWords } from './choiceLines';
import type { NamedChoice } from './note';
import type { Block } from './outline';

/** The choices of `section` that the lines of its paragraphs and items name; of those with a box only ticked ones. */
export function namedChoices(
  blocks: Iterable<Block>,
  section: Section,
  protocol: CompiledProtocol,
): readonly NamedChoice[] {
  if (section.choices.length === 0) return [];
  return sayingWords(blocks, section, protocol).flatMap(({ text, range }) =>
    protocol.readChoices(section, text).named.map(choice => ({ choice, range })),
  );
}

/** The words in a section with choices that say something: all but those behind a box that is not ticked. */
export function sayingWords(
  blocks: Iterable<Block>,
  section: Section,
  protocol: CompiledProtocol,
): readonly ChoiceWords[] {
  return wordsForChoices(blocks, section, protocol).filter(({ box }) => box === undefined || box.isTicked);
}

/** All words in a section that may name one of its choices. */
export function wordsForChoices(
  blocks: Iterable<Block>,
  section: Section,
  protocol: CompiledProtocol,
): readonly ChoiceWords[] {
  return choiceWords(blocks, words => protocol.matchChoice(section, words) !== undefined);
}
