import { type Case, isOpen } from '../case/case';
import { type CaseNote, caseReadings } from '../case/caseNote';
import { newestNote } from '../case/newestNote';
import { asksStages } from '../case/nextSession';
import { entriesOf, type GoalEntry, processProgress } from '../case/openGoals';
import { sessionCounts } from '../case/sessions';
import type { DoneOf } from '../describe/noteStatus';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { ProtocolSet } from '../protocol/protocolSet';
import { useOf } from '../protocol/schema';
import { caseProgress, type ProgressSession, type ProgressStage } from './caseProgress';
import type { MeasureCourse } from './measureCourse';
import { isRisk } from './riskParts';

/** Scores that one session gives. */
export interface SessionScores {
  readonly session: ProgressSession;
  readonly values: readonly number[];
}

/** A measure, with what the last two sessions that have it say. */
export interface BriefMeasure extends Omit<MeasureCourse, 'points'> {
  readonly newest: SessionScores;
  readonly before: SessionScores | undefined;
}

/** What a counselor wants to have in mind before a session, as far as the case tells it without its notes' words. */
export interface SessionBrief {
  readonly client: string;
  readonly closed: boolean;
  /** How many sessions were recorded; a draft that nobody has written in is none. */
  readonly sessions: number;
  readonly newest: CaseNote | undefined;
  /** Open goals, process goals aside: overdue ones first, then the oldest. */
  readonly goals: readonly GoalEntry[];
  /** Open actions: the earliest due first, those without date last. */
  readonly actions: readonly GoalEntry[];
  readonly process: DoneOf;
  /** Of each measure the newest scores, and those before them. */
  readonly measures: readonly BriefMeasure[];
  /** The stages of those of its protocols through which a case goes, with the sessions that record them. */
  readonly stages: readonly (Pick<ProgressStage, 'title'> & {
    readonly stage: string;
    readonly recordedIn: readonly ProgressSession[];
  })[];
  /** The last notes that name a decision, record a plan, or say something about risk: to be read for their words. */
  readonly decisionNote: CaseNote | undefined;
  readonly planNote: CaseNote | undefined;
  readonly riskNote: CaseNote | undefined;
}

/** Sums up a case for the session that comes next. `today` is an ISO date; for `staleAfter` see `goalEntries`. */
export function sessionBrief(
  ofCase: Case,
  protocols: ProtocolSet,
  today: string,
  staleAfter = 0,
): SessionBrief {
  const { sessions, stages, measures } = caseProgress(ofCase, protocols);
  const open = entriesOf(ofCase, today, staleAfter).filter(({ goal }) => isOpen(goal.status));
  return {
    client: ofCase.client,
    closed: ofCase.closed,
    sessions: sessionCounts(ofCase.notes.filter(note => !note.isUnwritten)).at(-1) ?? 0,
    newest: newestNote(ofCase),
    goals: open.filter(({ goal }) => goal.kind === 'goal' && goal.protocolGoal === undefined).sort(byUrgency),
    actions: open.filter(({ goal }) => goal.kind === 'action').sort(byDue),
    process: processProgress(ofCase),
    measures: measures.flatMap(course => briefMeasure(course, sessions)),
    stages: stages.flatMap(({ title, protocol, stage, recordedIn }) =>
      stage === undefined || !isCourse(protocols.get(protocol))
        ? []
        : [{ title, stage, recordedIn: recordedIn.flatMap(column => sessions[column] ?? []) }],
    ),
    // Only notes of the record name choices and record stages.
    decisionNote: ofCase.notes.findLast(({ choices }) => choices.length > 0),
    planNote: ofCase.notes.findLast(({ hasPlan }) => hasPlan),
    riskNote: ofCase.notes.findLast(note => recordsRisk(note, protocols)),
  };
}

function briefMeasure(course: MeasureCourse, sessions: readonly ProgressSession[]): readonly BriefMeasure[] {
  const { points, ...measure } = course;
  const [before, newest] = [...new Set(points.map(({ column }) => column))].slice(-2).map(column => {
    const session = sessions[column];
    const values = points.filter(point => point.column === column).map(({ value }) => value);
    return session && { session, values };
  });
  if (before === undefined) return [];
  return [{ ...measure, newest: newest ?? before, before: newest && before }];
}

/** Whether its stages are gone through over a case; those of a form, an intake or a plan are parts of one note. */
function isCourse(protocol: CompiledProtocol | undefined): boolean {
  return protocol !== undefined && useOf(protocol.protocol) === 'session' && asksStages(protocol);
}

/** Whether a note records a stage that is about risk, or has a section that is. */
function recordsRisk(note: CaseNote, protocols: ProtocolSet): boolean {
  return caseReadings(note).some(({ protocol, recordedStages }) =>
    protocols
      .get(protocol)
      ?.protocol.stages.some(
        stage => recordedStages.includes(stage.id) && (isRisk(stage) || stage.sections.some(isRisk)),
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
