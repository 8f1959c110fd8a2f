import type { UnknownReplaces } from '../../case/case';
import { caseKeys } from '../../case/clientKey';
import { quoting } from '../../message';
import { goalFieldOf } from '../../note/goalFieldKeys';
import { type NearIndex, nearIndex, uniqueNearest } from '../../text/nearest';
import type { CaseFinding, CaseRule } from '../caseRule';
import { replacement } from '../replacement';
import { partOf } from '../rule';

/** A `replaces` that names no other goal of the case: what `goal-field` can only see over the case. */
export const unknownGoal: CaseRule = {
  id: 'goal-field',
  check({ ofCase }) {
    const unknown = ofCase.unknownReplaces.filter(each => isWellFormed(each) && concernsOneClient(each));
    if (unknown.length === 0) return [];
    const ids = new Set(
      ofCase.notes.flatMap(({ mentions }) => mentions.flatMap(({ said }) => said.id ?? [])),
    );
    const nearIds = nearIndex([...ids].map(id => [id, id]));
    return unknown.flatMap(each => findingOf(each, nearIds));
  },
};

/** What is no `^id` at all is reported by the note alone. */
function isWellFormed({ mention, id }: UnknownReplaces): boolean {
  return mention.said.fields.some(({ key, value }) => goalFieldOf(key) === 'replaces' && value === `^${id}`);
}

/** In a note of several clients, the goal may be another one's. */
function concernsOneClient({ note, mention }: UnknownReplaces): boolean {
  return mention.said.client !== undefined || caseKeys(note.clients).length === 1;
}

function findingOf(
  { note, mention, id }: UnknownReplaces,
  nearIds: NearIndex<string>,
): readonly CaseFinding[] {
  const range = mention.replacesPlace;
  if (range === undefined) return [];
  const others = nearIds.near(id).filter(({ value }) => value !== mention.said.id);
  const meant = uniqueNearest(others, (a, b) => a === b);
  return [
    {
      note,
      message: quoting('problem.goal-field.unknown-goal', { id }),
      range,
      ...partOf(mention.said),
      fixes: () => (meant === undefined ? [] : [replacement(range, `^${meant}`, 'suggestion')]),
    },
  ];
}
