import type { Case } from '../../core/case/case';
import { clientKey } from '../../core/case/clientKey';

/** Where a date is from: the file itself, the note of the session, or who imports it. */
type DateSource = 'file' | 'note' | 'user';

/** The session that a transcript is of, as far as it is told. */
export interface SessionOf {
  readonly client: string | undefined;
  /** From 1. */
  readonly session: number | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
  readonly dateFrom: DateSource | undefined;
}

export const noSession: SessionOf = {
  client: undefined,
  session: undefined,
  date: undefined,
  dateFrom: undefined,
};

/** The same session of another client: what was said of number and day stays, but for the day of another one's note. */
export function ofClient(before: SessionOf, client: string | undefined, cases: readonly Case[]): SessionOf {
  return withDateOfNote({ ...before, client }, cases);
}

/** Another session of the same client. */
export function ofNumber(before: SessionOf, session: number | undefined, cases: readonly Case[]): SessionOf {
  return withDateOfNote({ ...before, session }, cases);
}

/** The same session on another day; on none where that is undefined. */
export function onDay(before: SessionOf, date: string | undefined): SessionOf {
  return { ...before, date, dateFrom: date === undefined ? undefined : 'user' };
}

/** The sessions of a client that have notes, with their days, in the order of the case. */
export function sessionDates(
  client: string | undefined,
  cases: readonly Case[],
): ReadonlyMap<number, string | undefined> {
  const found = cases.find(({ key }) => key === clientKey(client ?? ''));
  const dates = new Map<number, string | undefined>();
  for (const { kind, session, date } of found?.notes ?? []) {
    if (session !== undefined && kind !== 'transcript') dates.set(session, dates.get(session) ?? date);
  }
  return dates;
}

/** With the day that the note of the session has, unless the user said another. */
function withDateOfNote(of: SessionOf, cases: readonly Case[]): SessionOf {
  if (of.dateFrom === 'user') return of;
  const date = of.session === undefined ? undefined : sessionDates(of.client, cases).get(of.session);
  if (date !== undefined) return { ...of, date, dateFrom: 'note' };
  return of.dateFrom === 'note' ? { ...of, date: undefined, dateFrom: undefined } : of;
}
