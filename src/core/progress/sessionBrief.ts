import { type Case, isOpen } from '../case/case';
import { type CaseNote, caseReadings } from '../case/caseNote';
import { newestNote } from '../case/newestNote';
import { entriesOf, type GoalEntry, processProgress } from '../case/openGoals';
import type { DoneOf } from '../describe/noteStatus';
import type { ProtocolSet } from '../protocol/protocolSet';
import { caseProgress, type ProgressSession, type ProgressStage } from './caseProgress';
import { isPlanSection, isPlanStage } from './planSections';

/** What a counselor wants to have in mind before a session, as far as the case tells it without its notes' words. */
export interface SessionBrief {
  readonly client: string;
  readonly closed: boolean;
  /** How many sessions were recorded. */
  readonly sessions: number;
  readonly newest: CaseNote | undefined;
  /** Open goals, process goals aside: overdue ones first, then the oldest. */
  readonly goals: readonly GoalEntry[];
  /** Open actions: the earliest due first, those without date last. */
  readonly actions: readonly GoalEntry[];
  readonly process: DoneOf;
  /** The stages of its protocols, with the sessions that record them. */
  readonly stages: readonly (Pick<ProgressStage, 'title'> & {
    readonly stage: string;
    readonly recordedIn: readonly ProgressSession[];
  })[];
  /** The last note that names a decision, and the last that records a plan: to be read for their words. */
  readonly decisionNote: CaseNote | undefined;
  readonly planNote: CaseNote | undefined;
}

/** Sums up a case for the session that comes next. `today` is an ISO date; for `staleAfter` see `goalEntries`. */
export function sessionBrief(
  ofCase: Case,
  protocols: ProtocolSet,
  today: string,
  staleAfter = 0,
): SessionBrief {
  const { sessions, stages } = caseProgress(ofCase, protocols);
  const open = entriesOf(ofCase, today, staleAfter).filter(({ goal }) => isOpen(goal.status));
  return {
    client: ofCase.client,
    closed: ofCase.closed,
    sessions: ofCase.sessions,
    newest: newestNote(ofCase),
    goals: open.filter(({ goal }) => goal.kind === 'goal' && goal.protocolGoal === undefined).sort(byUrgency),
    actions: open.filter(({ goal }) => goal.kind === 'action').sort(byDue),
    process: processProgress(ofCase),
    stages: stages.flatMap(({ title, stage, recordedIn }) =>
      stage === undefined
        ? []
        : [{ title, stage, recordedIn: recordedIn.flatMap(column => sessions[column] ?? []) }],
    ),
    // Only notes of the record name choices and record stages.
    decisionNote: ofCase.notes.filter(({ choices }) => choices.length > 0).at(-1),
    planNote: ofCase.notes.filter(note => recordsPlan(note, protocols)).at(-1),
  };
}

function recordsPlan(note: CaseNote, protocols: ProtocolSet): boolean {
  return caseReadings(note).some(({ protocol, recordedStages }) =>
    protocols
      .get(protocol)
      ?.protocol.stages.some(
        stage =>
          recordedStages.includes(stage.id) && (isPlanStage(stage) || stage.sections.some(isPlanSection)),
      ),
  );
}

/** The sort is stable: what is alike stays in the order of the case. */
function byUrgency(a: GoalEntry, b: GoalEntry): number {
  return Number(b.pressure === 'overdue') - Number(a.pressure === 'overdue') || b.goal.age - a.goal.age;
}

function byDue({ goal: a }: GoalEntry, { goal: b }: GoalEntry): number {
  if (a.due === b.due) return 0;
  if (a.due === undefined) return 1;
  return b.due === undefined || a.due < b.due ? -1 : 1;
}
