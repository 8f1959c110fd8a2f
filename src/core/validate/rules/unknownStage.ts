import { message } from '../../message';
import type { FrontMatterValue } from '../../note/frontMatter';
import { partsAtAnd } from '../../note/listedValues';
import { isFrontMatterSound } from '../../note/note';
import type { CompiledProtocol } from '../../protocol/compiledProtocol';
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
    // In a list, each stage is an item of its own.
    const isOneLine = frontMatter.entries.some(
      ({ field, shape }) => field === 'stages' && shape === 'scalar',
    );
    return unknown.map(({ value, range }) => ({
      message: message('problem.unknown-stage', { stages, ...unitWords(first?.protocol) }),
      range,
      fixes: () => {
        const near = protocols
          .map(protocol => protocol.nearStageName(value))
          .find(stage => stage !== undefined);
        if (near !== undefined) return [replacement(range, near.id, 'safe')];
        const meant = protocols
          .map(protocol => stagesMeant({ text: value, range }, protocol))
          .find(({ length }) => length === 1 || (length > 0 && isOneLine));
        return meant === undefined ? [] : [replacement(range, meant.join(', '), 'suggestion')];
      },
    }));
  },
};

/** `1-3`, `tahap 1 s.d. 2`: numbers of stages, and all between them. */
const SPAN = /^\D*(\d)\s*[^\d\s,;/][^\d,;/]{0,7}?\s*(\d)$/;

/** The ids of the stages that a value says in other words, each between "and", or from one number to another. */
function stagesMeant(value: FrontMatterValue, protocol: CompiledProtocol): readonly string[] {
  const { stages } = protocol.protocol;
  const parts = partsAtAnd(value);
  const [, first, last] = (parts.length === 1 ? SPAN.exec(value.text) : undefined) ?? [];
  if (first !== undefined)
    return Number(last) > stages.length
      ? []
      : stages.slice(Number(first) - 1, Number(last)).map(({ id }) => id);
  const said = (text: string) => protocol.stageByName(text) ?? protocol.titleWords(text).loose?.term;
  const whole = said(value.text);
  const named = whole === undefined ? parts.map(({ text }) => said(text)) : [whole];
  const ids = named.flatMap(stage => stage?.id ?? []);
  return ids.length === named.length ? [...new Set(ids)] : [];
}
