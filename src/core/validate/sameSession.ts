import type { CaseNote } from '../case/caseNote';

/** The same for notes that are numbered together: group meetings, or another protocol, may count for themselves. */
export function seriesKey({ protocol, contact }: CaseNote): string {
  return `${protocol} ${contact ?? ''}`;
}

/**
 * The same for two notes that can only be copies of one another: they have one session number and one date in one
 * series. Undefined for a note that lacks a number or a date.
 */
export function sameSessionKey(note: CaseNote): string | undefined {
  const { session, date } = note;
  return session === undefined || date === undefined ? undefined : `${session} ${date} ${seriesKey(note)}`;
}
