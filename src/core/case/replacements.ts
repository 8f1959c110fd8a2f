import type { Case, CaseGoal, Mention, UnknownReplaces } from './case';
import type { CaseNote } from './caseNote';

type Linked = Pick<Case, 'goals' | 'unknownReplaces'>;

/**
 * Joins goals that were changed to what replaces them: a mention with `[replaces:: ^old]` says that its goal takes
 * the place of the one with that `^id` (of several that carry it the first, one of the same kind before others). `ordered` are
 * the notes of the case in its order. What names no other goal of the case is told apart. Linear in the mentions.
 */
export function linkReplacements(goals: readonly CaseGoal[], ordered: readonly CaseNote[]): Linked {
  if (!goals.some(goal => goal.mentions.some(({ mention }) => mention.said.replaces !== undefined))) {
    return { goals, unknownReplaces: [] };
  }
  const byId = goalsById(goals);
  const replaced = new Map<CaseGoal, CaseGoal>();
  const successors = new Map<CaseGoal, string[]>();
  const unknown: UnknownReplaces[] = [];
  for (const goal of goals) {
    for (const each of goal.mentions) {
      const { replaces } = each.mention.said;
      if (replaces === undefined) continue;
      const old = byId.get(idKey(goal.kind, replaces)) ?? byId.get(idKey(otherKind(goal), replaces));
      if (old === undefined || old === goal) unknown.push({ ...each, id: replaces });
      else replaced.set(goal, old);
    }
    const old = replaced.get(goal);
    if (old === undefined) continue;
    const known = successors.get(old);
    if (known === undefined) successors.set(old, [goal.key]);
    else known.push(goal.key);
  }
  const linked = goals.map(goal => ({
    ...goal,
    replaces: replaced.get(goal)?.key,
    replacedBy: successors.get(goal) ?? [],
  }));
  return { goals: linked, unknownReplaces: inCaseOrder(unknown, ordered) };
}

/**
 * The goals that `goal` came from by changes, itself, and those that came from it, the earliest first. A goal that
 * would come from itself is listed once.
 */
export function lineage(ofCase: Case, goal: CaseGoal): readonly CaseGoal[] {
  const byKey = new Map(ofCase.goals.map(each => [each.key, each]));
  const line = new Set([goal]);
  const before: CaseGoal[] = [];
  for (let old = oldOf(goal, byKey); old !== undefined && !line.has(old); old = oldOf(old, byKey)) {
    line.add(old);
    before.push(old);
  }
  const from = [goal];
  for (const each of from) {
    for (const key of each.replacedBy) {
      const next = byKey.get(key);
      if (next === undefined || line.has(next)) continue;
      line.add(next);
      from.push(next);
    }
  }
  return [...before.reverse(), ...from];
}

function oldOf({ replaces }: CaseGoal, byKey: ReadonlyMap<string, CaseGoal>): CaseGoal | undefined {
  return replaces === undefined ? undefined : byKey.get(replaces);
}

function goalsById(goals: readonly CaseGoal[]): ReadonlyMap<string, CaseGoal> {
  const byId = new Map<string, CaseGoal>();
  for (const goal of goals) {
    for (const { mention } of goal.mentions) {
      if (mention.said.id === undefined) continue;
      const key = idKey(goal.kind, mention.said.id);
      if (!byId.has(key)) byId.set(key, goal);
    }
  }
  return byId;
}

function idKey(kind: CaseGoal['kind'], id: string): string {
  return `${kind} ${id}`;
}

function otherKind({ kind }: CaseGoal): CaseGoal['kind'] {
  return kind === 'goal' ? 'action' : 'goal';
}

function inCaseOrder(
  unknown: readonly UnknownReplaces[],
  ordered: readonly CaseNote[],
): readonly UnknownReplaces[] {
  const ranks = new Map<CaseNote, number>(ordered.map((note, rank) => [note, rank]));
  const rankOf = ({ note }: Mention): number => ranks.get(note) ?? 0;
  return [...unknown].sort((a, b) => rankOf(a) - rankOf(b) || a.mention.place.start - b.mention.place.start);
}
