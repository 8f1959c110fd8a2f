import type { CompiledProtocol } from '../protocol/compiledProtocol';
import { type Protocol, stepsOf, useOf } from '../protocol/schema';
import type { Case } from './case';
import { type CaseNote, caseReadings } from './caseNote';
import { isCaseNote } from './sessions';

/** The number of a session that is yet to be written, and between which others it stands by its day. */
interface SessionNumber {
  /** Undefined where none is free between those of the sessions around it: its day alone says where it stands. */
  readonly number: number | undefined;
  /** The numbers of the sessions before and after it; undefined where there are none. */
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** The number of the next session of cases: one more than the highest in any of their notes, 1 in new ones. */
export function nextSession(cases: readonly Case[]): number {
  return 1 + highest(numbersOf(cases, () => true));
}

/**
 * The number of a session on the ISO date `date`: that of the next one, unless a later day has a session already. Then it
 * is one that is free between the sessions around it.
 */
export function sessionOn(cases: readonly Case[], date: string): SessionNumber {
  const earlier = numbersOf(cases, day => day === undefined || day <= date);
  const before = earlier.length === 0 ? undefined : highest(earlier);
  const later = numbersOf(cases, day => day !== undefined && day > date).filter(each => each > (before ?? 0));
  if (later.length === 0) return { number: nextSession(cases), before, after: undefined };
  const after = later.reduce((lowest, each) => Math.min(lowest, each));
  const number = before === undefined ? after - 1 : before + 1;
  return { number: number > 0 && number < after ? number : undefined, before, after };
}

/** The number of a note by `protocol` on a day, see {@link sessionOn}; none for what is no session. */
export function numberOn(
  { protocol }: CompiledProtocol,
  cases: readonly Case[],
  date: string,
): number | undefined {
  return useOf(protocol) === 'session' ? sessionOn(cases, date).number : undefined;
}

/** Whether it is to be asked which stages a session worked on: a form that is filled in at every session has all of them. */
export function asksStages({ protocol }: CompiledProtocol): boolean {
  return protocol.stages.length > 0 && !isForm(protocol);
}

function highest(numbers: readonly number[]): number {
  return numbers.reduce((most, each) => Math.max(most, each), 0);
}

function numbersOf(cases: readonly Case[], takes: (date: string | undefined) => boolean): readonly number[] {
  return cases.flatMap(({ notes }) =>
    notes.flatMap(({ session, date }) => (session !== undefined && takes(date) ? [session] : [])),
  );
}

/**
 * The stages that the next session most likely works on, by id: in a case that has recorded none of the protocol's
 * the first two, later the last one that a session covered and recorded, and the one after it; homework that stands in
 * a later stage leads no case there. In a form that is filled in at every session (SOAP, for
 * example) it is all that this requires.
 */
export function suggestedStages({ protocol }: CompiledProtocol, ofCase: Case | undefined): readonly string[] {
  if (isForm(protocol)) return protocol.stages.filter(({ required }) => required).map(({ id }) => id);
  const reached = (ofCase?.notes ?? [])
    .flatMap(caseReadings)
    .filter(reading => reading.protocol === protocol.id)
    .flatMap(({ recordedStages, coveredStages }) => recordedStages.filter(id => coveredStages.includes(id)));
  const ids = stepsOf(protocol).map(({ id }) => id);
  const last = ids.findLastIndex(id => reached.includes(id));
  return ids.slice(Math.max(last, 0)).slice(0, 2);
}

/** Its stages are asked of every note: it says so by what it calls them, or none has goals to be reached before the next one. */
function isForm({ scope, unit, stages }: Protocol): boolean {
  return scope === 'session' && (unit !== 'stage' || stages.every(({ goals }) => goals.length === 0));
}

/** The last note of a session, be it one that the client missed; an intake, plans, contacts and the like aside. */
export function lastSessionNote({ notes }: Case): CaseNote | undefined {
  const isOfSession = ({ use, contact, session }: CaseNote) =>
    use === 'session' && (contact === undefined || session !== undefined);
  return notes.findLast(note => isCaseNote(note) && isOfSession(note));
}

/** The protocol that the next session most likely follows: that of the last one. */
export function lastSessionProtocol(ofCase: Case): string | undefined {
  return lastSessionNote(ofCase)?.protocol;
}
