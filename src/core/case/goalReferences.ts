import type { LinePlace } from '../text/linePlace';
import type { Case, CaseGoal } from './case';
import type { CaseMention } from './caseNote';
import { idsOf } from './sameGoal';

/** A place in a note of a case. */
export interface NotePlace {
  /** Of the note, relative to the root. */
  readonly path: string;
  readonly place: LinePlace;
}

/**
 * Every mention of a goal, where its words stand, and every `[replaces:: …]` that names it, in case order.
 */
export function goalReferences({ notes, goals }: Case, goal: CaseGoal): readonly NotePlace[] {
  const own = new Set([...goal.offered, ...goal.mentions].map(({ mention }) => mention));
  const ids = idsOf(goal);
  const keys = new Set(goal.replacedBy);
  const successors = goals.filter(({ key }) => keys.has(key));
  const naming = new Set(successors.flatMap(({ mentions }) => mentions.map(({ mention }) => mention)));
  return notes.flatMap(({ path, mentions, untracked }) =>
    inOrder(mentions, untracked).flatMap(mention => {
      if (own.has(mention)) return { path, place: mention.place };
      const { said, replacesPlace } = mention;
      if (!naming.has(mention) || replacesPlace === undefined || !ids.has(said.replaces ?? '')) return [];
      return { path, place: replacesPlace };
    }),
  );
}

function inOrder(
  mentions: readonly CaseMention[],
  untracked: readonly CaseMention[],
): readonly CaseMention[] {
  if (untracked.length === 0) return mentions;
  return [...mentions, ...untracked].sort((a, b) => a.place.start - b.place.start);
}

/** Where a goal was opened: its first mention. */
export function firstMention({ mentions: [first] }: CaseGoal): NotePlace | undefined {
  return first && { path: first.note.path, place: first.mention.place };
}
