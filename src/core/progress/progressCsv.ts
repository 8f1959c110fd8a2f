import { titleIn } from '../message';
import { type CsvOptions, type CsvValue, csvText } from '../text/csv';
import type { CaseProgress, ProgressGoal, ProgressSession } from './caseProgress';
import { standings } from './goalMarks';
import type { MeasureCourse } from './measureCourse';

const header = [
  'client',
  'session',
  'date',
  'attendance',
  'contact',
  'protocol',
  'stage',
  'stage_recorded',
  'key',
  'id',
  'kind',
  'goal',
  'role',
  'process',
  'mentioned',
  'status',
  'gas',
  'gas_t',
  'carried',
  'score',
];

/**
 * The course of a case as CSV: one row for each goal and each session from its first mention on, by goal, then
 * session. `mentioned` tells whether the session says so itself or the status stands as before; `gas` is the level
 * given in the session, `gas_t` the T-score after it, to two decimals, in sessions that give any level; `carried` whether
 * the session says no more than that the goal stands as it did. Below them one row for each score of a measure, whose
 * `kind` is `measure`, with the measure in `id` and `goal` and the score in `score`.
 */
export function progressCsv(progress: CaseProgress, options?: CsvOptions): string {
  const scores = new Map(progress.gas.scores.map(({ column, score }) => [column, twoDecimals(score)]));
  const rows = progress.goals.flatMap(goal =>
    goalRows(goal, progress).map(([column, fields, carried]) => [
      ...fields,
      scores.get(column),
      carried,
      undefined,
    ]),
  );
  return csvText(
    [header, ...rows, ...progress.measures.flatMap(course => scoreRows(course, progress))],
    options,
  );
}

/** The rows of a goal with their columns, all but the T-score and what follows it. */
function goalRows(
  goal: ProgressGoal,
  { client, sessions, stages }: CaseProgress,
): readonly (readonly [column: number, fields: readonly CsvValue[], carried: CsvValue])[] {
  const stage = stages.find(each => each.protocol === goal.protocol && each.stage === goal.stage);
  const recordedIn = new Set(stage?.recordedIn);
  return standings(goal.marks, sessions.length).flatMap((standing, column) => {
    const session = sessions[column];
    if (standing === undefined || session === undefined) return [];
    const { mentioned, mark, status } = standing;
    const fields = [
      ...sessionFields(client, session),
      ...goalFields(goal, recordedIn.has(column)),
      mentioned,
      status,
      mentioned ? mark.gas : undefined,
    ];
    return [[column, fields, mentioned ? mark.carried : undefined] as const];
  });
}

function scoreRows(
  { id, title, points }: MeasureCourse,
  { client, sessions }: CaseProgress,
): readonly (readonly CsvValue[])[] {
  const name = titleIn(title, 'en');
  return points.flatMap(({ column, value }) => {
    const session = sessions[column];
    if (session === undefined) return [];
    const row = new Map<string, CsvValue>([
      ['id', id],
      ['kind', 'measure'],
      ['goal', name],
      ['score', value],
    ]);
    const known = sessionFields(client, session);
    return [[...known, ...header.slice(known.length).map(key => row.get(key))]];
  });
}

function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}

function sessionFields(client: string, session: ProgressSession): readonly CsvValue[] {
  return [client, session.session, session.date, session.attendance, session.contact];
}

function goalFields(goal: ProgressGoal, stageRecorded: boolean): readonly CsvValue[] {
  const { protocol, stage, key, id, kind, text, role, process } = goal;
  return [protocol, stage, stageRecorded, key, id, kind, text, role, process];
}
