import type { Case, CaseGoal, CaseGoalStatus } from '../case/case';
import { type CaseNote, caseReadings } from '../case/caseNote';
import { stageKey } from '../case/goalKey';
import { isCaseNote, isSession, sessionKey } from '../case/sessions';
import type { Titles } from '../message';
import type { Attendance } from '../note/frontMatter';
import type { Contact } from '../protocol/contacts';
import type { ProtocolSet } from '../protocol/protocolSet';
import { isAside, type Protocol, type Stage } from '../protocol/schema';
import { compareCodePoints } from '../text/codePointOrder';
import { type GasCourse, gasCourse } from './gasCourse';
import { type GoalMark, goalMarks } from './goalMarks';
import { type MeasureCourse, measureCourses } from './measureCourse';

/** One session, contact or missed session: a column of the picture. Sync copies share one. */
export interface ProgressSession {
  readonly session: number | undefined;
  readonly date: string | undefined;
  readonly attendance: Attendance;
  readonly contact: Contact | undefined;
  readonly draft: boolean;
  /** Whether it is a session that took place. */
  readonly held: boolean;
  /** That of its note; of sync copies the last, as everywhere. */
  readonly path: string;
}

/** A stage of a protocol of the case, and where the work on it was; or what stands in no stage of any. */
export interface ProgressStage {
  readonly protocol: string;
  readonly stage: string | undefined;
  /** Empty where its protocol is not there any more. */
  readonly title: Titles;
  /** The columns that record it, ascending. */
  readonly recordedIn: readonly number[];
}

/** A goal or action and what each session says of it. */
export interface ProgressGoal
  extends Pick<CaseGoal, 'key' | 'kind' | 'id' | 'text' | 'protocol' | 'stage' | 'role' | 'due' | 'weight'> {
  /** Whether it is one of the protocol's own goals. */
  readonly process: boolean;
  /** What became of it in the end. */
  readonly status: CaseGoalStatus;
  /** One for each column that mentions it, ascending; empty when it is not started. */
  readonly marks: readonly GoalMark[];
}

/**
 * The course of a case as a picture or a table shows it. It holds plain values alone, which JSON carries (what is
 * undefined is left out). Columns are indices of `sessions`, from 0.
 */
export interface CaseProgress {
  /** Empty for "no client". */
  readonly client: string;
  readonly closed: boolean;
  /** In case order. */
  readonly sessions: readonly ProgressSession[];
  /** By protocol in order of first use, then in the protocol's order, no stage last. Every goal's stage is among them. */
  readonly stages: readonly ProgressStage[];
  /** In the order of the case: by stage, then first mention. */
  readonly goals: readonly ProgressGoal[];
  readonly gas: GasCourse;
  /** The measures that any session gives a score of, in order of first use. */
  readonly measures: readonly MeasureCourse[];
}

/**
 * The course of a case. Transcripts and process notes are no sessions of it. The result depends on the case alone,
 * and takes time in proportion to its mentions and notes.
 */
export function caseProgress(ofCase: Case, protocols: ProtocolSet): CaseProgress {
  const columns = columnsOf(ofCase.notes.filter(isCaseNote));
  const goals = ofCase.goals.map(goal => progressGoal(goal, columns.at));
  return {
    client: ofCase.client,
    closed: ofCase.closed,
    sessions: columns.notes.flatMap(progressSession),
    stages: progressStages(ofCase, columns.notes, protocols),
    goals,
    gas: gasCourse(goals),
    measures: measureCourses(columns.notes),
  };
}

interface Columns {
  /** The notes of each column. */
  readonly notes: readonly (readonly CaseNote[])[];
  readonly at: ReadonlyMap<CaseNote, number>;
}

function columnsOf(record: readonly CaseNote[]): Columns {
  const columns: CaseNote[][] = [];
  const at = new Map<CaseNote, number>();
  const columnOfSession = new Map<string, number>();
  for (const note of record) {
    const key = sessionKey(note);
    const column = columnOfSession.get(key) ?? columns.length;
    columnOfSession.set(key, column);
    at.set(note, column);
    const copies = columns[column];
    if (copies === undefined) columns.push([note]);
    else copies.push(note);
  }
  return { notes: columns, at };
}

function progressSession(copies: readonly CaseNote[]): readonly ProgressSession[] {
  const note = copies.at(-1);
  if (note === undefined) return [];
  const { session, date, attendance, contact, draft, path } = note;
  return [{ session, date, attendance, contact, draft, held: isSession(note), path }];
}

/** The stages of the case's protocols, then those that only its notes still know, by name, then no stage. */
function progressStages(
  ofCase: Case,
  columns: readonly (readonly CaseNote[])[],
  protocols: ProtocolSet,
): readonly ProgressStage[] {
  const recordedIn = columnsByStage(columns);
  const titles = new Map(
    ofCase.protocols.flatMap(protocol =>
      stagesShown(protocols.get(protocol)?.protocol, recordedIn).map(
        ({ id, title }) => [stageKey(protocol, id), { protocol, stage: id, title }] as const,
      ),
    ),
  );
  const others = new Map<string, Omit<ProgressStage, 'recordedIn'>>();
  for (const { protocol, stage } of [...ofCase.goals, ...recordedStages(columns.flat())]) {
    const key = stageKey(protocol, stage);
    if (!titles.has(key)) others.set(key, { protocol, stage, title: {} });
  }
  const sorted = [...others].sort(
    ([a, { stage }], [b, other]) =>
      Number(stage === undefined) - Number(other.stage === undefined) || compareCodePoints(a, b),
  );
  return [...titles, ...sorted].map(([key, stage]) => ({ ...stage, recordedIn: recordedIn.get(key) ?? [] }));
}

/** The steps, and what stands aside where a session records it. */
function stagesShown(
  protocol: Protocol | undefined,
  recordedIn: ReadonlyMap<string, readonly number[]>,
): readonly Stage[] {
  return (protocol?.stages ?? []).filter(
    stage => !isAside(stage) || recordedIn.has(stageKey(protocol?.id ?? '', stage.id)),
  );
}

function columnsByStage(columns: readonly (readonly CaseNote[])[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  columns.forEach((copies, column) => {
    for (const key of new Set(
      recordedStages(copies).map(({ protocol, stage }) => stageKey(protocol, stage)),
    )) {
      const known = found.get(key);
      if (known === undefined) found.set(key, [column]);
      else known.push(column);
    }
  });
  return found;
}

function recordedStages(notes: readonly CaseNote[]): readonly Pick<ProgressStage, 'protocol' | 'stage'>[] {
  return notes
    .flatMap(caseReadings)
    .flatMap(({ protocol, recordedStages: stages }) => stages.map(stage => ({ protocol, stage })));
}

function progressGoal(goal: CaseGoal, columnOf: ReadonlyMap<CaseNote, number>): ProgressGoal {
  const { key, kind, id, text, protocol, stage, role, due, weight, status, protocolGoal, mentions } = goal;
  const process = protocolGoal !== undefined;
  return {
    key,
    kind,
    id,
    text,
    protocol,
    stage,
    role,
    due,
    weight,
    status,
    process,
    marks: goalMarks(mentions, columnOf),
  };
}
