import { type Closing, closingOf, reopenCase } from '../../core/change/closeCase';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { clientLabel } from '../services/caseLabels';
import { confirm, type ListRow, pickOne } from '../services/dialogs';
import { nameShown } from '../services/hiddenWords';
import type { NoteIndex } from '../services/noteIndex';
import type { RootCase } from '../services/roots';
import { newNoteOfCase } from '../writing/newSessionNote';
import { changedMeanwhile, type Outcome, tellRefusal, writeNote } from '../writing/writeNote';
import { type CaseCommandParts, caseAsItIs, clientCase } from './caseCommand';

type Way = 'new-note' | 'remove';

/**
 * Reopens a case without rewriting the past: by a new session note or, where the `closed:` of its newest note alone
 * closes it, by taking that away after a confirmation that names the file.
 */
export async function reopenCaseCommand(parts: CaseCommandParts): Promise<void> {
  const found = await clientCase(parts, {
    placeHolder: message('case.reopen.pick'),
    lists: ({ case: ofCase }) => ofCase.closed,
  });
  if (found === undefined) return;
  const closing = closingOf(found.case);
  if (closing === undefined) {
    return tellRefusal({ kind: 'refused', reason: message('case.already-open') });
  }
  const way = await pickWay(clientLabel(found.case), closing);
  if (way === 'new-note') await newNoteOfCase(found);
  if (way === 'remove' && (await confirmRemoving(found, closing))) {
    tellRefusal(await removeClosing(found, closing.note.path, parts.index));
  }
}

async function pickWay(client: string, { note, byFieldAlone }: Closing): Promise<Way | undefined> {
  const newNote = {
    label: render(message('case.reopen.new-note')),
    detail: render(message('case.reopen.new-note-detail')),
    way: 'new-note' as const,
  };
  const remove = {
    label: render(message('case.reopen.remove')),
    detail: nameShown(note.path, 'file'),
    way: 'remove' as const,
  };
  const picked = await pickOne<ListRow & { readonly way: Way }>(
    byFieldAlone ? [newNote, remove] : [newNote],
    {
      title: message('case.reopen.button'),
      placeHolder: message('case.reopen.how', { client }),
    },
  );
  return picked?.way;
}

function confirmRemoving({ case: ofCase }: RootCase, { note }: Closing): Promise<boolean> {
  const client = clientLabel(ofCase);
  const question = message('case.reopen.confirm', { client, file: nameShown(note.path, 'file') });
  return confirm({ question, button: message('case.reopen.button') });
}

/** Takes `closed:` from the note at `path`, if that is still the newest of the case and closes it. */
async function removeClosing(found: RootCase, path: string, index: NoteIndex): Promise<Outcome> {
  const now = caseAsItIs(found, index);
  const closing = now && closingOf(now.case);
  if (now === undefined || closing?.note.path !== path || !closing.byFieldAlone) {
    return changedMeanwhile;
  }
  return writeNote(now.root, path, index, note => reopenCase(note, now.case.key));
}
