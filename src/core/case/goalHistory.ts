import type { Case, CaseGoal, Mention } from './case';
import { lineage } from './replacements';

/** A mention in the history of a goal, and the goal that it is of: itself, or one that it came from or became. */
export interface HistoryEntry extends Mention {
  readonly goal: CaseGoal;
}

/**
 * Every mention of a goal, of those that it came from by changes and of those that came from it (see {@link lineage}),
 * in the order of the case.
 */
export function goalHistory(ofCase: Case, goal: CaseGoal): readonly HistoryEntry[] {
  const line = lineage(ofCase, goal);
  const entries = line.flatMap(each => each.mentions.map(mention => ({ ...mention, goal: each })));
  if (line.length === 1) return entries;
  const ranks = new Map(ofCase.notes.map((note, rank) => [note, rank]));
  const rankOf = ({ note }: HistoryEntry): number => ranks.get(note) ?? 0;
  return entries.sort((a, b) => rankOf(a) - rankOf(b) || a.mention.place.start - b.mention.place.start);
}
