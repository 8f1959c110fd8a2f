import { compareCodePoints } from '../text/codePointOrder';
import type { CaseNote } from './caseNote';

interface NumberedNote extends CaseNote {
  readonly session: number;
}

interface DatedNote extends CaseNote {
  readonly date: string;
}

/**
 * The notes of a case in its order, whatever order they come in; their paths must differ. Notes with a session
 * stand by session, date and path; a note without one stands after the last of these whose date is not later
 * (before all of them if there is none), by date and path; notes with neither stand last, by path.
 *
 * There is no comparison of two notes that gives this order: where a note without session stands beside another
 * depends on the rest. Takes O(n log n).
 */
export function orderNotes(notes: Iterable<CaseNote>): readonly CaseNote[] {
  const numbered: NumberedNote[] = [];
  const dated: DatedNote[] = [];
  const rest: CaseNote[] = [];
  for (const note of notes) {
    if (isNumbered(note)) numbered.push(note);
    else if (isDated(note)) dated.push(note);
    else rest.push(note);
  }
  numbered.sort((a, b) => a.session - b.session || compareDates(a.date, b.date) || comparePaths(a, b));
  dated.sort((a, b) => compareDates(a.date, b.date) || comparePaths(a, b));
  return [...place(dated, numbered), ...rest.sort(comparePaths)];
}

/** Both lists are taken from their ends: an earlier date never stands after a later note. */
function place(dated: readonly DatedNote[], numbered: readonly NumberedNote[]): readonly CaseNote[] {
  const backwards: CaseNote[] = [];
  let next = dated.length - 1;
  for (const note of [...numbered].reverse()) {
    for (let last = dated[next]; last !== undefined && stands(last, note); last = dated[--next]) {
      backwards.push(last);
    }
    backwards.push(note);
  }
  return [...dated.slice(0, next + 1), ...backwards.reverse()];
}

function stands(after: DatedNote, note: NumberedNote): boolean {
  return note.date !== undefined && note.date <= after.date;
}

function compareDates(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -1 : 1;
}

function comparePaths(a: CaseNote, b: CaseNote): number {
  return compareCodePoints(a.path, b.path);
}

function isNumbered(note: CaseNote): note is NumberedNote {
  return note.session !== undefined;
}

function isDated(note: CaseNote): note is DatedNote {
  return note.date !== undefined;
}
