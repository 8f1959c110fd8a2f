import { comparable } from '../text/comparable';
import { type Case, type CaseGoal, isOpen } from './case';
import { clientKey } from './clientKey';
import { isRecord } from './record';

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
  /** Whether it is open and was due before today. */
  readonly overdue: boolean;
}

/** Whose case it is: the counselor of its latest note that names one, as written; undefined when none does. */
export function counselorOf(ofCase: Case): string | undefined {
  return ofCase.notes
    .filter(isRecord)
    .map(({ counselor }) => counselor)
    .filter(counselor => counselor !== undefined)
    .at(-1);
}

/**
 * The goals of `cases` that the filter lets through, whatever their status, in the order of the cases and their
 * goals. `today` is an ISO date.
 */
export function goalEntries(cases: readonly Case[], filter: GoalFilter, today: string): readonly GoalEntry[] {
  const wanted = comparable(filter.text ?? '');
  return cases
    .filter(each => takesCase(filter, each))
    .flatMap(each => each.goals.map(goal => ({ case: each, goal, overdue: isOverdue(goal, today) })))
    .filter(entry => takesGoal(filter, wanted, entry));
}

/** How many goals and actions are open under the filter; `today` is an ISO date. */
export function countOpen(cases: readonly Case[], filter: GoalFilter, today: string): number {
  return goalEntries(cases, filter, today).filter(({ goal }) => isOpen(goal.status)).length;
}

/** How many of the process goals that a case has reached are achieved. */
export function processProgress(ofCase: Case): { readonly done: number; readonly total: number } {
  const goals = ofCase.goals.filter(goal => goal.protocolGoal !== undefined);
  return { done: goals.filter(({ status }) => status === 'achieved').length, total: goals.length };
}

function isOverdue(goal: CaseGoal, today: string): boolean {
  return isOpen(goal.status) && goal.due !== undefined && goal.due < today;
}

function takesCase(filter: GoalFilter, ofCase: Case): boolean {
  if (ofCase.closed && !filter.includeClosed) return false;
  if (filter.counselor === undefined) return true;
  return clientKey(counselorOf(ofCase) ?? '') === clientKey(filter.counselor);
}

function takesGoal(filter: GoalFilter, wanted: string, { case: ofCase, goal, overdue }: GoalEntry): boolean {
  if (filter.overdueOnly && !overdue) return false;
  return wanted === '' || [goal.text, ofCase.client].some(text => comparable(text).includes(wanted));
}
