import { comparable } from '../text/comparable';
import { type Case, type CaseGoal, isOpen } from './case';
import { clientKey } from './clientKey';
import { nextSessionDate } from './nextSessionDate';
import { isCaseNote } from './sessions';

/** Which goals a view shows; what is not said does not narrow it. */
export interface GoalFilter {
  /** Only cases of this counselor, see {@link counselorOf}. */
  readonly counselor?: string | undefined;
  /** Only what is overdue. */
  readonly overdueOnly?: boolean | undefined;
  /** Closed cases too. */
  readonly includeClosed?: boolean | undefined;
  /** Only goals that have these words in their text or in their client; case and diacritics do not count. */
  readonly text?: string | undefined;
}

/** A goal as a view shows it. */
export interface GoalEntry {
  readonly case: Case;
  readonly goal: CaseGoal;
  readonly pressure: Pressure | undefined;
}

/** What presses most first; last what does not press. */
const pressures = ['overdue', 'due-soon', 'stale', undefined] as const;

/**
 * Why an open goal presses: it was due before today; it is an action that is due by the next session (see
 * {@link nextSessionDate}); it has been open for longer than is usual.
 */
export type Pressure = Exclude<(typeof pressures)[number], undefined>;

/** Whose case it is: the counselor of its latest note that names one, as written; undefined when none does. */
export function counselorOf(ofCase: Case): string | undefined {
  return ofCase.notes
    .filter(isCaseNote)
    .map(({ counselor }) => counselor)
    .filter(counselor => counselor !== undefined)
    .at(-1);
}

/**
 * The goals of `cases` that the filter lets through, whatever their status, in the order of the cases and their
 * goals. `today` is an ISO date; `staleAfter` the number of sessions beyond which an open goal is old, 0 where none is.
 * `known` is what whoever asks again keeps.
 */
export function goalEntries(
  cases: readonly Case[],
  filter: GoalFilter,
  today: string,
  staleAfter = 0,
  known: KnownEntries = new KnownEntries(),
): readonly GoalEntry[] {
  const wanted = comparable(filter.text ?? '');
  return cases
    .filter(each => takesCase(filter, each))
    .flatMap(each => known.of(each, today, staleAfter))
    .filter(entry => takesGoal(filter, wanted, entry));
}

/**
 * The goals of cases, for a view that is drawn again and again. A case that did not change stays the same object: of
 * 10,000 notes only the case of the changed one is worked through.
 */
export class KnownEntries {
  readonly #known = new WeakMap<Case, Known>();

  /** As {@link entriesOf}. */
  of(ofCase: Case, today: string, staleAfter: number): readonly GoalEntry[] {
    const known = this.#known.get(ofCase);
    if (known?.today === today && known.staleAfter === staleAfter) return known.entries;
    const entries = entriesOf(ofCase, today, staleAfter);
    this.#known.set(ofCase, { today, staleAfter, entries });
    return entries;
  }
}

interface Known {
  readonly today: string;
  readonly staleAfter: number;
  readonly entries: readonly GoalEntry[];
}

/** The goals of one case, whatever their status; see {@link goalEntries}. */
export function entriesOf(ofCase: Case, today: string, staleAfter: number): readonly GoalEntry[] {
  let next: string | undefined;
  const isBySession = (due: string): boolean => {
    next ??= nextSessionDate(ofCase, today);
    return due <= next;
  };
  return ofCase.goals.map(goal => ({
    case: ofCase,
    goal,
    pressure: pressureOf(goal, today, isBySession, staleAfter),
  }));
}

/** What presses most first; what is alike stays in its order. */
export function byPressure(entries: readonly GoalEntry[]): GoalEntry[] {
  return [...entries].sort((a, b) => pressures.indexOf(a.pressure) - pressures.indexOf(b.pressure));
}

/** How many goals and actions are overdue under the filter; for the rest see {@link goalEntries}. */
export function countOverdue(
  cases: readonly Case[],
  filter: GoalFilter,
  today: string,
  staleAfter = 0,
  known?: KnownEntries,
): number {
  return goalEntries(cases, { ...filter, overdueOnly: true }, today, staleAfter, known).length;
}

/** How many of the process goals that a case has reached are achieved. */
export function processProgress(ofCase: Case): { readonly done: number; readonly total: number } {
  const goals = ofCase.goals.filter(goal => goal.protocolGoal !== undefined);
  return { done: goals.filter(({ status }) => status === 'achieved').length, total: goals.length };
}

function pressureOf(
  { status, kind, due, age }: CaseGoal,
  today: string,
  isBySession: (due: string) => boolean,
  staleAfter: number,
): Pressure | undefined {
  // What waits may have a day to be decided on, and is never late.
  if (!isOpen(status) || status === 'on-hold') return undefined;
  if (due !== undefined && due < today) return 'overdue';
  if (due !== undefined && kind === 'action' && isBySession(due)) return 'due-soon';
  return staleAfter > 0 && age > staleAfter ? 'stale' : undefined;
}

function takesCase(filter: GoalFilter, ofCase: Case): boolean {
  if (ofCase.closed && !filter.includeClosed) return false;
  if (filter.counselor === undefined) return true;
  return clientKey(counselorOf(ofCase) ?? '') === clientKey(filter.counselor);
}

function takesGoal(filter: GoalFilter, wanted: string, { case: ofCase, goal, pressure }: GoalEntry): boolean {
  if (filter.overdueOnly && pressure !== 'overdue') return false;
  return wanted === '' || [goal.text, ofCase.client].some(text => comparable(text).includes(wanted));
}
