import { message } from '../../message';
import { isFrontMatterSound } from '../../note/note';
import { unitWords } from '../../protocol/unit';
import { replacement } from '../replacement';
import type { Rule } from '../rule';

/** A name in `stages:` that no stage of the protocols has. */
export const unknownStage: Rule = {
  id: 'unknown-stage',
  isShared: true,
  check({ note, readings }) {
    const { frontMatter } = note;
    const protocols = readings.flatMap(({ protocol }) => protocol ?? []);
    // A protocol that is not known may well have the stage.
    if (protocols.length < readings.length || !isFrontMatterSound(note)) return [];
    const unknown = (frontMatter.stages ?? []).filter(({ value }) =>
      protocols.every(protocol => protocol.stageByName(value) === undefined),
    );
    if (unknown.length === 0) return [];
    const known = protocols.flatMap(({ protocol }) => protocol.stages);
    const stages = [...new Map(known.map(({ id, title }) => [id, title])).values()];
    const [first] = protocols;
    return unknown.map(({ value, range }) => ({
      message: message('problem.unknown-stage', { stages, ...unitWords(first?.protocol) }),
      range,
      fixes: () => {
        const near = protocols
          .map(protocol => protocol.nearStageName(value))
          .find(stage => stage !== undefined);
        return near === undefined ? [] : [replacement(range, near.id, 'safe')];
      },
    }));
  },
};
