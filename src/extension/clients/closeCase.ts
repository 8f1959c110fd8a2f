import { isOpen } from '../../core/case/case';
import type { CaseNote } from '../../core/case/caseNote';
import { clientKey } from '../../core/case/clientKey';
import { newestNote } from '../../core/case/newestNote';
import { closeCase } from '../../core/change/closeCase';
import { valueMeaning } from '../../core/describe/fieldMeaning';
import { message } from '../../core/message';
import { knownValues } from '../../core/note/fieldValues';
import type { Closure } from '../../core/note/frontMatter';
import { render } from '../../l10n/catalogue';
import { goalLabel } from '../openGoals/goalItem';
import { clientLabel } from '../services/caseLabels';
import { confirm, pickOne } from '../services/dialogs';
import { nameShown } from '../services/hiddenWords';
import type { NoteIndex } from '../services/noteIndex';
import type { RootCase } from '../services/roots';
import { changedMeanwhile, type Outcome, tellRefusal, writeNote } from '../writing/writeNote';
import { type CaseCommandParts, caseAsItIs, clientCase } from './caseCommand';

/**
 * Closes a case: asks why, shows what is still open and the file that it is written to, and writes `closed:` into the
 * front matter of its newest note; no other note changes.
 */
export async function closeCaseCommand(parts: CaseCommandParts): Promise<void> {
  const found = await clientCase(parts, {
    placeHolder: message('case.close.pick'),
    lists: ({ case: ofCase }) => !ofCase.closed,
  });
  if (found !== undefined) tellRefusal(await close(found, parts));
}

async function close(found: RootCase, { index }: CaseCommandParts): Promise<Outcome> {
  const client = clientLabel(found.case);
  if (found.case.closed) return { kind: 'refused', reason: message('case.already-closed') };
  const note = newestNote(found.case);
  if (note === undefined) return { kind: 'refused', reason: message('case.no-note') };
  const reason = await pickReason(client);
  if (reason === undefined || !(await confirmClosing(found, note, reason))) return { kind: 'cancelled' };
  return writeClosing(found, note.path, reason, index);
}

/** Writes `closed:` to the note at `path`, if that is still the newest of the case and the case is open. */
async function writeClosing(
  found: RootCase,
  path: string,
  reason: Closure,
  index: NoteIndex,
): Promise<Outcome> {
  const now = caseAsItIs(found, index);
  if (now === undefined || now.case.closed || newestNote(now.case)?.path !== path) {
    return changedMeanwhile;
  }
  return writeNote(now.root, path, index, note => closeCase(note, now.case.key, reason));
}

async function pickReason(client: string): Promise<Closure | undefined> {
  const items = knownValues.closed.map(reason => {
    const meaning = valueMeaning('closed', reason);
    // The words first: who reads the list need not know what stands in the file.
    return { label: meaning === undefined ? reason : render(meaning), description: reason, reason };
  });
  const picked = await pickOne(items, {
    title: message('case.close.button'),
    placeHolder: message('case.close.why', { client }),
    matchOnDescription: true,
  });
  return picked?.reason;
}

function confirmClosing(found: RootCase, note: CaseNote, reason: Closure): Promise<boolean> {
  const client = clientLabel(found.case);
  return confirm({
    question: message('case.close.confirm', {
      client,
      reason: withinSentence(reason),
      file: nameShown(note.path, 'file'),
    }),
    detail: [openGoals(found), otherClients(found, note)].filter(Boolean).join('\n\n'),
    button: message('case.close.button'),
  });
}

/** What a reason means, as a part of a sentence. */
function withinSentence(reason: Closure): string {
  const meaning = valueMeaning('closed', reason);
  if (meaning === undefined) return reason;
  const words = render(meaning);
  return words.charAt(0).toLocaleLowerCase() + words.slice(1);
}

function openGoals({ case: { goals } }: RootCase): string {
  const open = goals.filter(({ status }) => isOpen(status));
  if (open.length === 0) return render(message('case.close.none-open'));
  const lines = open.map(goal => `• ${goalLabel(goal)}`);
  return [render(message('case.close.open', { count: open.length })), ...lines].join('\n');
}

/** A note of several clients closes the cases of all of them. */
function otherClients({ case: { key } }: RootCase, { clients }: CaseNote): string {
  const others = clients.filter(client => clientKey(client) !== key);
  const names = others.map(name => nameShown(name, 'client')).join(', ');
  return others.length === 0 ? '' : render(message('case.close.others', { clients: names }));
}
