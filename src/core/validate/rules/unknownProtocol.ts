import { message, quoting } from '../../message';
import { frontMatterRange, isFrontMatterSound } from '../../note/note';
import { valueFixes } from '../replacement';
import type { Rule } from '../rule';

/** A note whose protocol does not exist; nothing else can then be asked of it. */
export const unknownProtocol: Rule = {
  id: 'unknown-protocol',
  check({ note, protocolIds }) {
    if (note.protocol !== undefined || !isFrontMatterSound(note)) return [];
    const named = note.frontMatter.protocols.find(({ value }) => value === note.protocolId);
    const protocol = note.protocolId;
    // What no note names, the configuration does.
    if (named === undefined)
      return [{ message: message('problem.unknown-protocol', { protocol }), range: frontMatterRange(note) }];
    return [
      {
        message: quoting('problem.unknown-protocol', { protocol }),
        range: named.range,
        fixes: valueFixes(named.range, named.value, protocolIds),
      },
    ];
  },
};
