import { type GoalGroup, type GoalView, groupGoals, type ProcessGroup } from '../../core/case/goalGroups';
import { goalHistory, type HistoryEntry } from '../../core/case/goalHistory';
import type { GoalEntry, KnownEntries } from '../../core/case/openGoals';
import { casePlaceOf } from '../services/casePlace';
import type { CaseRow } from '../services/caseRow';
import type { Root, RootCase } from '../services/roots';

/** The command that opens a mention; its argument is the row. */
export const goToGoalCommand = 'sessionNotes.goToGoal';

/** A row of *Open Goals*. Ids stay the same from one change to the next, so that what is expanded stays so. */
export type GoalElement = GroupElement | GoalRow | MentionRow;

export interface GroupElement extends CaseRow {
  readonly kind: 'group';
  readonly id: string;
  readonly root: Root;
  readonly group: GoalGroup | ProcessGroup;
  readonly parent: GroupElement | undefined;
}

export interface GoalRow extends CaseRow {
  readonly kind: 'goal';
  readonly id: string;
  readonly root: Root;
  readonly entry: GoalEntry;
  readonly parent: GroupElement;
}

/** One mention of a goal, or of one that it came from or became, in its history. */
export interface MentionRow extends CaseRow {
  readonly kind: 'mention';
  readonly id: string;
  readonly root: Root;
  readonly mention: HistoryEntry;
  /** In the history of the goal, from 0. */
  readonly position: number;
  readonly parent: GoalRow;
}

/** The top rows for all cases, root by root. For `known` see `goalEntries`. */
export function topElements(
  cases: readonly RootCase[],
  view: GoalView,
  known?: KnownEntries,
): readonly GroupElement[] {
  const byRoot = new Map<Root, RootCase[]>();
  for (const found of cases) {
    const own = byRoot.get(found.root);
    if (own === undefined) byRoot.set(found.root, [found]);
    else own.push(found);
  }
  return [...byRoot].flatMap(([root, own]) => {
    const groups = groupGoals(
      own.map(found => found.case),
      view,
      root.protocols,
      known,
    );
    return groups.map(group => groupElement(root, group, undefined));
  });
}

/** The rows below a row. */
export function childElements(element: GoalElement): readonly GoalElement[] {
  if (element.kind === 'mention') return [];
  if (element.kind === 'goal') return mentionRows(element);
  const { group, root } = element;
  if (group.kind === 'client') return group.groups.map(below => groupElement(root, below, element));
  return group.entries.map(entry => ({
    kind: 'goal',
    id: `${element.id}\n${entry.case.key}\n${entry.goal.key}`,
    root,
    ofCase: casePlaceOf({ root, case: entry.case }),
    entry,
    parent: element,
  }));
}

function mentionRows(parent: GoalRow): readonly MentionRow[] {
  const { goal, case: ofCase } = parent.entry;
  // The newest first: that is the one asked for.
  return goalHistory(ofCase, goal)
    .map((mention, position) => ({
      kind: 'mention' as const,
      id: `${parent.id}\n${mention.note.path}\n${position}`,
      root: parent.root,
      ofCase: parent.ofCase,
      mention,
      position,
      parent,
    }))
    .reverse();
}

function groupElement(
  root: Root,
  group: GroupElement['group'],
  parent: GroupElement | undefined,
): GroupElement {
  const above = parent === undefined ? root.key : parent.id;
  const ofCase = group.kind === 'client' ? casePlaceOf({ root, case: group.case }) : undefined;
  return { kind: 'group', id: `${above}\n${group.kind}\n${group.key}`, root, ofCase, group, parent };
}
