import { message, quoting } from '../../message';
import { frontMatterRange, isFrontMatterSound, type Note } from '../../note/note';
import { formatsLike, formatTitled } from '../../protocol/formatNames';
import { replacement, valueFixes } from '../replacement';
import type { Finding, Rule } from '../rule';

/** A note whose protocol does not exist; nothing else can then be asked of it. Or one that names it by another name. */
export const unknownProtocol: Rule = {
  id: 'unknown-protocol',
  check({ note, protocolIds }) {
    if (!isFrontMatterSound(note)) return [];
    if (note.protocol !== undefined) return otherNames(note);
    const named = note.frontMatter.protocols.find(({ value }) => value === note.protocolId);
    const protocol = note.protocolId;
    // What no note names, the configuration does.
    if (named === undefined)
      return [{ message: message('problem.unknown-protocol', { protocol }), range: frontMatterRange(note) }];
    return [
      {
        message: quoting('problem.unknown-protocol', { protocol }),
        range: named.range,
        fixes: () => {
          const near = valueFixes(named.range, named.value, protocolIds);
          if (near.length > 0) return near;
          const like = formatsLike(named.value, note.context.protocols);
          return like.map(id => replacement(named.range, id, 'suggestion'));
        },
      },
    ];
  },
};

/** Names that are understood, but that other programs do not know for the id. */
function otherNames({ context: { protocols }, frontMatter }: Note): readonly Finding[] {
  return frontMatter.protocols.flatMap(({ value, range }) => {
    const id = protocols.get(value) === undefined ? formatTitled(value, protocols) : undefined;
    if (id === undefined) return [];
    return {
      message: message('problem.unknown-protocol.other-name', { protocol: id }),
      range,
      maxSeverity: 'info',
      fixes: () => [replacement(range, id, 'safe')],
    };
  });
}
