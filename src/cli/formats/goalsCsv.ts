import { join } from 'node:path';
import type { CaseGoal, Mention } from '../../core/case/case';
import { sessionKey } from '../../core/case/sessions';
import type { GoalStatus } from '../../core/note/goalMention';
import { type CsvOptions, type CsvValue, csvText } from '../../core/text/csv';
import type { ListedCase } from '../cases';
import { pathFrom } from '../paths';
import { visible } from '../terminal';

const header = [
  'client',
  'session',
  'date',
  'file',
  'line',
  'protocol',
  'stage',
  'section',
  'key',
  'id',
  'kind',
  'process',
  'role',
  'goal',
  'status',
  'due',
  'gas',
  'status_now',
  'case_closed',
  'carried',
];

/**
 * The goals as CSV (RFC 4180, in UTF-8): one row for each goal and each session that mentions it, by client, goal and
 * session; a goal that no session mentions yet has one row without session. What the columns hold is documented in
 * docs/goals.md. Control characters of notes stand as `\u001b`.
 */
export function formatGoalsCsv(cases: readonly ListedCase[], directory: string, options: CsvOptions): string {
  const rows = cases.flatMap(listed => listed.goals.flatMap(goal => goalRows(goal, listed, directory)));
  return csvText(
    [header, ...rows].map(row => row.map(safe)),
    options,
  );
}

function safe(value: CsvValue): CsvValue {
  return typeof value === 'string' ? visible(value) : value;
}

/** What a session says of a goal: its last mention counts, and for the level the last that gives one. */
interface SessionState extends Mention {
  /** In force after the session: a marker that means nothing leaves the status as it was. */
  readonly status: GoalStatus;
  /** As stated by then. */
  readonly due: string | undefined;
  readonly gas: number | undefined;
}

function sessionStates({ mentions }: CaseGoal): readonly SessionState[] {
  const states = new Map<string, SessionState>();
  let status: GoalStatus = 'open';
  let due: string | undefined;
  for (const { note, mention, status: given } of mentions) {
    status = given ?? status;
    due = mention.said.due ?? due;
    const session = sessionKey(note);
    const gas = mention.said.gas ?? states.get(session)?.gas;
    states.set(session, { note, mention, status, due, gas });
  }
  return [...states.values()];
}

function goalRows(goal: CaseGoal, listed: ListedCase, directory: string): readonly (readonly CsvValue[])[] {
  const states = sessionStates(goal);
  const rows = states.length === 0 ? [undefined] : states;
  return rows.map(state => goalRow(goal, state, listed, directory));
}

function goalRow(
  goal: CaseGoal,
  state: SessionState | undefined,
  { case: ofCase, root }: ListedCase,
  directory: string,
): readonly CsvValue[] {
  const note = state?.note;
  const mention = state?.mention;
  return [
    ofCase.client,
    note?.session,
    note?.date,
    note && pathFrom(directory, join(root.folder, note.path)),
    mention && mention.place.line + 1,
    note?.protocol ?? goal.protocol,
    mention === undefined ? goal.stage : mention.said.stage,
    mention?.said.section,
    goal.key,
    goal.id,
    goal.kind,
    goal.protocolGoal !== undefined,
    goal.role,
    goal.text,
    state?.status ?? goal.status,
    state?.due,
    state?.gas,
    goal.status,
    ofCase.closed,
    mention?.said.carried,
  ];
}
