import { message } from '../../message';
import { isFrontMatterSound } from '../../note/readability';
import { replacement } from '../replacement';
import type { Rule } from '../rule';

/** A name in `stages:` that no stage of the protocol has. */
export const unknownStage: Rule = {
  id: 'unknown-stage',
  check({ note }) {
    const { frontMatter, protocol } = note;
    if (protocol === undefined || !isFrontMatterSound(note)) return [];
    const unknown = (frontMatter.stages ?? []).filter(
      ({ value }) => protocol.stageByName(value) === undefined,
    );
    const stages = protocol.protocol.stages.map(({ id }) => id).join(', ');
    return unknown.map(({ value, range }) => {
      const near = protocol.nearStageName(value);
      return {
        message: message('problem.unknown-stage', { stages }),
        range,
        fixes: near === undefined ? [] : [replacement(range, near.id, 'safe')],
      };
    });
  },
};
