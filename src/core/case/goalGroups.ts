import { daysAfter } from '../note/dates';
import type { ProtocolSet } from '../protocol/protocolSet';
import { compareCodePoints } from '../text/codePointOrder';
import { type Case, type CaseGoal, isOpen } from './case';
import { noClient } from './clientKey';
import { stageKey } from './goalKey';
import {
  byPressure,
  type GoalEntry,
  type GoalFilter,
  goalEntries,
  type KnownEntries,
  processProgress,
} from './openGoals';

/** What the goals of a view are grouped by. */
export type GoalGrouping = 'client' | 'stage' | 'due';

/** When goals are due: before today, today, within the seven days after it, later, or not said. */
type DueTime = 'overdue' | 'today' | 'week' | 'later' | 'none';

interface Entries {
  /** Unique among the groups beside it, and the same from one change to the next. */
  readonly key: string;
  readonly entries: readonly GoalEntry[];
}

/** The goals of one stage of one protocol, or those of no stage of any. */
interface StageGroup extends Entries {
  readonly kind: 'stage';
  readonly protocol: string;
  readonly stage: string | undefined;
}

/** The process goals of one case, those achieved and not started included, with how many of them are achieved. */
export interface ProcessGroup extends Entries {
  readonly kind: 'process';
  readonly done: number;
  readonly total: number;
}

/** The goals that are due at the same time, the earliest first. */
interface DueGroup extends Entries {
  readonly kind: 'due';
  readonly due: DueTime;
}

/** The process goals that no note mentions; not open, hence apart. */
interface NotStartedGroup extends Entries {
  readonly kind: 'not-started';
}

/** The goals of one client: the process goals, then the other open ones by stage. */
export interface ClientGroup {
  readonly kind: 'client';
  readonly key: string;
  readonly case: Case;
  /** How many of its goals and actions are open, process goals included. */
  readonly open: number;
  readonly groups: readonly (ProcessGroup | StageGroup)[];
}

export type GoalGroup = ClientGroup | StageGroup | DueGroup | NotStartedGroup;

/** How goals are to be shown. */
export interface GoalView {
  readonly grouping: GoalGrouping;
  readonly filter: GoalFilter;
  /** An ISO date. */
  readonly today: string;
  /** See {@link goalEntries}. */
  readonly staleAfter?: number;
}

const dueTimes: readonly DueTime[] = ['overdue', 'today', 'week', 'later', 'none'];

/**
 * The open goals and actions of `cases` as a view shows them. Clients keep the order of the cases, but what has
 * no client comes last; stages are in the order of `protocols`, no stage last; empty groups are left out. In a group what presses
 * comes first (see {@link byPressure}; in one of due dates what is due first), else the goals are in the order of the
 * clients and of their cases. A client with nothing open and nothing left to start is not shown. For `known` see
 * {@link goalEntries}.
 */
export function groupGoals(
  cases: readonly Case[],
  view: GoalView,
  protocols: ProtocolSet,
  known?: KnownEntries,
): readonly GoalGroup[] {
  const entries = goalEntries(noClientLast(cases), view.filter, view.today, view.staleAfter, known);
  if (view.grouping === 'client') return byClient(entries);
  const open = entries.filter(({ goal }) => isOpen(goal.status));
  const groups = view.grouping === 'stage' ? byStage(open, protocols) : byDue(open, view.today);
  return [...groups, ...notStarted(entries)];
}

function noClientLast(cases: readonly Case[]): readonly Case[] {
  return [...cases.filter(({ key }) => key !== noClient), ...cases.filter(({ key }) => key === noClient)];
}

function byClient(entries: readonly GoalEntry[]): readonly ClientGroup[] {
  return [...groupBy(entries, entry => entry.case)].flatMap(([ofCase, own]) => {
    const open = own.filter(({ goal }) => isOpen(goal.status));
    if (open.length === 0 && !own.some(({ goal }) => goal.status === 'not-started')) return [];
    return [clientGroup(ofCase, own, open)];
  });
}

/** What stands below a client is grouped when it is first asked for: most clients are folded. */
function clientGroup(ofCase: Case, own: readonly GoalEntry[], open: readonly GoalEntry[]): ClientGroup {
  let groups: ClientGroup['groups'] | undefined;
  return {
    kind: 'client',
    key: ofCase.key,
    case: ofCase,
    open: open.length,
    get groups() {
      groups ??= [
        ...processGroup(ofCase, own),
        ...stageGroups(open.filter(({ goal }) => goal.protocolGoal === undefined)),
      ];
      return groups;
    },
  };
}

function processGroup(ofCase: Case, entries: readonly GoalEntry[]): readonly ProcessGroup[] {
  const own = entries.filter(({ goal }) => goal.protocolGoal !== undefined);
  if (own.length === 0) return [];
  return [{ kind: 'process', key: 'process', ...processProgress(ofCase), entries: byPressure(own) }];
}

/** In the order in which the stages first occur, which within a case is theirs. */
function stageGroups(entries: readonly GoalEntry[]): readonly StageGroup[] {
  const groups = groupBy(entries, ({ goal }) => stageKey(goal.protocol, goal.stage));
  return [...groups].flatMap(([key, own]) => {
    const goal = own[0]?.goal;
    return goal === undefined
      ? []
      : [{ kind: 'stage', key, protocol: goal.protocol, stage: goal.stage, entries: byPressure(own) }];
  });
}

function byStage(entries: readonly GoalEntry[], protocols: ProtocolSet): readonly StageGroup[] {
  const used = new Set(entries.map(({ goal }) => goal.protocol));
  const ids = protocols.ids.filter(id => used.has(id));
  const keys = ids.flatMap(id =>
    (protocols.get(id)?.protocol.stages ?? []).map(stage => stageKey(id, stage.id)),
  );
  const ranks = new Map(keys.map((key, rank) => [key, rank]));
  const rankOf = ({ key, stage }: StageGroup): number =>
    ranks.get(key) ?? (stage === undefined ? ranks.size + 1 : ranks.size);
  return [...stageGroups(entries)].sort((a, b) => rankOf(a) - rankOf(b) || compareCodePoints(a.key, b.key));
}

function byDue(entries: readonly GoalEntry[], today: string): readonly DueGroup[] {
  const weekEnd = daysAfter(today, 7);
  const groups = groupBy(entries, ({ goal }) => dueTime(goal, today, weekEnd));
  return dueTimes.flatMap(due => {
    const own = groups.get(due);
    if (own === undefined) return [];
    return [{ kind: 'due', key: due, due, entries: byPressure(own).sort(compareDue) }];
  });
}

function dueTime({ due, status }: CaseGoal, today: string, weekEnd: string): DueTime {
  if (due === undefined) return 'none';
  if (due < today) return status === 'on-hold' ? 'none' : 'overdue';
  if (due === today) return 'today';
  return due <= weekEnd ? 'week' : 'later';
}

function compareDue(a: GoalEntry, b: GoalEntry): number {
  return compareCodePoints(a.goal.due ?? '', b.goal.due ?? '');
}

function notStarted(entries: readonly GoalEntry[]): readonly NotStartedGroup[] {
  const own = entries.filter(({ goal }) => goal.status === 'not-started');
  return own.length === 0 ? [] : [{ kind: 'not-started', key: 'not-started', entries: own }];
}

function groupBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
