import { type Message, message } from '../../core/message';
import type { ActiveNote } from './activeNote';
import { caseSummary } from './caseLabels';
import { type CaseRow, caseOfRow } from './caseRow';
import { clientTitle } from './clientRegister';
import { pickOne } from './dialogs';
import type { NoteIndex } from './noteIndex';
import type { RootCase } from './roots';

/** What cases are picked from, and by which question. */
export interface CaseQuestion {
  readonly placeHolder: Message;
  /** The cases that are listed; the one that a row or the active note tells is taken whatever it is. */
  readonly lists?: (found: RootCase) => boolean;
}

const anyCase: CaseQuestion = { placeHolder: message('cases.pick') };

/** The case of a row, else that of the active note; where neither tells one, the user picks it. */
export async function pickCase(
  row: CaseRow | undefined,
  activeNote: ActiveNote,
  index: NoteIndex,
  question: CaseQuestion = anyCase,
): Promise<RootCase | undefined> {
  const ofRow = row === undefined ? undefined : caseOfRow(row, index);
  if (ofRow !== undefined) return ofRow;
  const open = activeNote.current?.open;
  const ofNote =
    open === undefined
      ? []
      : index.casesOf(open.document.uri).map(found => ({ root: open.root, case: found }));
  const [first, ...others] = ofNote;
  if (first !== undefined && others.length === 0) return first;
  return pickAmong(first === undefined ? index.cases() : ofNote, question);
}

async function pickAmong(
  cases: readonly RootCase[],
  { placeHolder, lists = () => true }: CaseQuestion,
): Promise<RootCase | undefined> {
  const items = cases.filter(lists).map(found => ({
    label: clientTitle(found.case),
    description: caseSummary(found.case),
    found,
  }));
  const picked = await pickOne(items, { placeHolder, matchOnDescription: true });
  return picked?.found;
}
