import { type Case, isOpen } from './case';
import { clientKey, noClient } from './clientKey';
import { counselorOf } from './openGoals';
import { isCaseNote } from './sessions';

/**
 * The cases as a list of clients shows them: open ones, then closed ones, then the notes without client; each in the
 * order that they come in. With `counselor`, only theirs (see {@link counselorOf}).
 */
export function clientList(cases: readonly Case[], counselor: string | undefined): readonly Case[] {
  const shown = cases.filter(each => counselor === undefined || isOfCounselor(counselorOf(each), counselor));
  const named = shown.filter(({ key }) => key !== noClient);
  return [
    ...named.filter(({ closed }) => !closed),
    ...named.filter(({ closed }) => closed),
    ...shown.filter(({ key }) => key === noClient),
  ];
}

/** Whether a note or case of `named` is one of `counselor`; names are compared as those of clients are. */
export function isOfCounselor(named: string | undefined, counselor: string): boolean {
  return clientKey(named ?? '') === clientKey(counselor);
}

/** Whether `cases` have a note of the ISO date `date`, by `counselor` where one is told. */
export function hasNoteOn(cases: readonly Case[], date: string, counselor: string | undefined): boolean {
  const isOfThem = (named: string | undefined) => !counselor || isOfCounselor(named, counselor);
  return cases.some(({ notes }) =>
    notes.some(note => isCaseNote(note) && note.date === date && isOfThem(note.counselor)),
  );
}

/** How many goals and actions of a case are open. */
export function openCount({ goals }: Case): number {
  return goals.filter(({ status }) => isOpen(status)).length;
}
