import type { LinePlace } from '../text/linePlace';
import type { Case, CaseGoal } from './case';
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
  const own = new Set(goal.mentions.map(({ mention }) => mention));
  const ids = idsOf(goal);
  const keys = new Set(goal.replacedBy);
  const successors = goals.filter(({ key }) => keys.has(key));
  const naming = new Set(successors.flatMap(({ mentions }) => mentions.map(({ mention }) => mention)));
  return notes.flatMap(({ path, mentions }) =>
    mentions.flatMap(mention => {
      if (own.has(mention)) return { path, place: mention.place };
      const { replaces, replacesPlace } = mention;
      if (!naming.has(mention) || replacesPlace === undefined || !ids.has(replaces ?? '')) return [];
      return { path, place: replacesPlace };
    }),
  );
}

/** Where a goal was opened: its first mention. */
export function firstMention({ mentions: [first] }: CaseGoal): NotePlace | undefined {
  return first && { path: first.note.path, place: first.mention.place };
}
