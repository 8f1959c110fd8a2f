import { counselorOf } from '../../core/case/openGoals';
import { quickNote } from '../../core/change/newNote';
import { noteFileName } from '../../core/config/noteFileName';
import { message } from '../../core/message';
import { knownProtocol } from '../../core/practice/newNoteChoices';
import { clientLabel } from '../services/caseLabels';
import type { CaseRow } from '../services/caseRow';
import { askText } from '../services/dialogs';
import type { NoteIndex } from '../services/noteIndex';
import type { Roots } from '../services/roots';
import { counselorSetting } from '../services/settings';
import { today } from '../services/tools/today';
import { lastFrontMatter, pickOwner, showNewNote } from './noteBeginnings';

/** What stands in the name of the file where other notes have their note format. */
const FILE = 'contact';

/**
 * Makes a note of one line about a contact that was no session: of the client of a row, else of one that is picked. It
 * is finished as it stands, and part of the case.
 */
export async function newQuickNote(row: CaseRow | undefined, roots: Roots, index: NoteIndex): Promise<void> {
  const owner = await pickOwner(message('quick-note.client-title'), row, roots, index);
  if (owner === undefined) return;
  const { root, case: ofCase } = owner;
  const words = await askText({
    title: message('quick-note.title', { client: ofCase === undefined ? owner.client : clientLabel(ofCase) }),
    prompt: message('quick-note.prompt'),
    validate: typed => (typed.trim() === '' ? message('schema.empty') : undefined),
  });
  if (words === undefined) return;
  const known = {
    client: ofCase?.client ?? owner.client,
    date: today(),
    session: undefined,
    counselor: counselorSetting() || (ofCase && counselorOf(ofCase)),
  };
  const { protocols, config } = root;
  const id = knownProtocol(root, ofCase, known) ?? config.defaultProtocol;
  const protocol = protocols.get(id) ?? protocols.get(config.defaultProtocol);
  if (protocol === undefined) return;
  const last = ofCase && (await lastFrontMatter(root, ofCase));
  const text = quickNote({ ...known, protocol, clients: [known.client], last }, words);
  await showNewNote(root, noteFileName(config.fileName, { ...known, protocol: FILE }), text, text.length - 1);
}
