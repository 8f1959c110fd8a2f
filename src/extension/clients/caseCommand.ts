import { noClient } from '../../core/case/clientKey';
import { message } from '../../core/message';
import type { CaseRow } from '../services/caseRow';
import type { NoteIndex } from '../services/noteIndex';
import { type CaseQuestion, pickCase } from '../services/pickCase';
import type { RootCase } from '../services/roots';
import type { Services } from '../services/services';
import { tellRefusal } from '../writing/writeNote';

/** What commands on a case work with. */
export interface CaseCommandParts extends Pick<Services, 'activeNote' | 'index'> {
  readonly row: CaseRow | undefined;
}

/**
 * The case of a client that a command is about: that of the row, of the active note, or picked. All notes have been
 * read by then. The notes that name no client are no case that anything can be done to.
 */
export async function clientCase(
  { row, activeNote, index }: CaseCommandParts,
  { placeHolder, lists = () => true }: CaseQuestion,
): Promise<RootCase | undefined> {
  await index.whenRead();
  const isClient = (found: RootCase) => found.case.key !== noClient;
  const question = { placeHolder, lists: (found: RootCase) => isClient(found) && lists(found) };
  const found = await pickCase(row, activeNote, index, question);
  if (found === undefined || isClient(found)) return found;
  tellRefusal({ kind: 'refused', reason: message('case.needs-client') });
  return undefined;
}

/** The case as it is now, which may have changed while the user was asked. */
export function caseAsItIs({ root, case: ofCase }: RootCase, index: NoteIndex): RootCase | undefined {
  return index.caseAt(root.key, ofCase.key);
}
