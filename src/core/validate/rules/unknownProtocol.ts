import { message } from '../../message';
import { frontMatterRange, isFrontMatterSound } from '../../note/note';
import { valueFixes } from '../replacement';
import type { Rule } from '../rule';

/** A note whose protocol does not exist; nothing else can then be asked of it. */
export const unknownProtocol: Rule = {
  id: 'unknown-protocol',
  check({ note, protocolIds }) {
    if (note.protocol !== undefined || !isFrontMatterSound(note)) return [];
    const named = note.frontMatter.protocols.find(({ value }) => value === note.protocolId);
    const finding = {
      message: message('problem.unknown-protocol', { protocol: note.protocolId }),
      range: named?.range ?? frontMatterRange(note),
    };
    return [
      named === undefined
        ? finding
        : { ...finding, fixes: valueFixes(named.range, named.value, protocolIds) },
    ];
  },
};
