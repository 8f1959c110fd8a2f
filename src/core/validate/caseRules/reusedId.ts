import type { Case, CaseGoal, PlacedMention } from '../../case/case';
import { idsOfCase, mintId } from '../../case/mintId';
import { message, quoting } from '../../message';
import type { CaseContext, CaseFinding, CaseRule } from '../caseRule';
import type { Fix } from '../problem';
import { partOf } from '../rule';

/** One `^id` on mentions with plainly different words: two goals, unless a person says that they are one. */
export const reusedId: CaseRule = {
  id: 'goal-id-reused',
  check(context) {
    return [...firstMentionsById(context.ofCase)].flatMap(([id, firsts]) => {
      const [known, ...others] = firsts;
      if (known === undefined) return [];
      // Of two in one note, the rule for notes tells.
      const apart = others.filter((other, at) =>
        firsts.slice(0, at + 1).every(({ note }) => note !== other.note),
      );
      return apart.map(other => findingOf(id, known, other, context));
    });
  },
};

/** The first mention with an `^id` in a goal. */
interface FirstMention extends PlacedMention {
  readonly goal: CaseGoal;
}

/** For each id that several goals have, the first mention of each that carries it, in case order. */
function firstMentionsById({ goals, notes }: Case): ReadonlyMap<string, readonly FirstMention[]> {
  const byId = new Map<string, FirstMention[]>();
  for (const goal of goals) {
    const seen = new Set<string>();
    for (const placed of [...goal.offered, ...goal.mentions]) {
      const { id } = placed.mention.said;
      if (id === undefined || seen.has(id)) continue;
      seen.add(id);
      byId.set(id, [...(byId.get(id) ?? []), { ...placed, goal }]);
    }
  }
  const ranks = new Map(notes.map((note, rank) => [note, rank]));
  const order = (a: FirstMention, b: FirstMention): number =>
    (ranks.get(a.note) ?? 0) - (ranks.get(b.note) ?? 0) || a.mention.place.start - b.mention.place.start;
  return new Map(
    [...byId].filter(([, firsts]) => firsts.length > 1).map(([id, firsts]) => [id, firsts.sort(order)]),
  );
}

function findingOf(
  id: string,
  known: FirstMention,
  { note, mention, goal }: FirstMention,
  { ofCase, goalIds }: CaseContext,
): CaseFinding {
  const { place } = known.mention;
  const { path } = known.note;
  return {
    note,
    message: quoting('problem.goal-id-reused', { id }, { file: path, line: place.line + 1 }),
    range: mention.place,
    ...partOf(mention.said),
    goal,
    related: [{ path, place, message: message('related.same-id') }],
    fixes: () => [...newId(id, { note, mention, goal }, ofCase, goalIds), ...rewording(mention)],
  };
}

/** An id of its own, where all that has the old one stands in this note. */
function newId(
  id: string,
  { note, goal }: FirstMention,
  ofCase: Case,
  goalIds: CaseContext['goalIds'],
): readonly Fix[] {
  const carrying = [...goal.offered, ...goal.mentions].filter(each => each.mention.said.id === id);
  if (carrying.some(each => each.note !== note)) return [];
  const { stage, text } = goal;
  const made = mintId({ client: ofCase.key, stage, text, date: note.date }, idsOfCase(ofCase), goalIds);
  const edits = carrying.flatMap(({ mention: { idStart } }) =>
    idStart === undefined
      ? []
      : [{ range: { start: idStart, end: idStart + `^${id}`.length }, newText: `^${made}` }],
  );
  return [{ title: message('fix.new-id', { id: made }), safety: 'suggestion', edits }];
}

function rewording({ idStart: start }: FirstMention['mention']): readonly Fix[] {
  if (start === undefined) return [];
  const edit = { range: { start, end: start }, newText: '[reworded:: yes] ' };
  return [{ title: message('fix.reworded'), safety: 'suggestion', edits: [edit] }];
}
