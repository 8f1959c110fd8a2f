import * as vscode from 'vscode';
import { type AdjacentSession, adjacentSessions } from '../../core/case/adjacentSessions';
import { noClient } from '../../core/case/clientKey';
import { newestNote } from '../../core/case/newestNote';
import { type Message, message } from '../../core/message';
import type { ActiveNote } from '../services/activeNote';
import { caseSummary } from '../services/caseLabels';
import { type CaseRow, caseOfRow } from '../services/caseRow';
import { clientTitle } from '../services/clientRegister';
import { pickOne, sayShortly } from '../services/dialogs';
import { nameShown } from '../services/hiddenWords';
import type { NoteIndex } from '../services/noteIndex';
import { pickCase } from '../services/pickCase';
import type { RootCase } from '../services/roots';

/** What means something in a list of patterns; a `?` stands for any sign. */
const GLOB_SIGNS = /[,{}[\]*?!]/g;

/**
 * Opens the session before (-1) or after (1) the active note in the client's case. In a note of several clients whose
 * sessions part there, the user says whose case to follow.
 */
export async function goToSession(
  direction: 1 | -1,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<void> {
  const open = activeNote.current?.open;
  const cases = open === undefined ? [] : index.casesOf(open.document.uri);
  if (open === undefined || cases.length === 0) return;
  const sessions = adjacentSessions(cases, open.path, direction);
  if (sessions.length === 0) {
    sayShortly(message(direction === 1 ? 'session.last' : 'session.first'));
    return;
  }
  const there = sessions.length === 1 ? sessions[0] : await pickAdjacent(sessions);
  const uri = there && index.uriOf(open.root, there.note.path);
  if (uri !== undefined) await vscode.window.showTextDocument(uri);
}

async function pickAdjacent(sessions: readonly AdjacentSession[]): Promise<AdjacentSession | undefined> {
  const items = sessions.map(session => ({
    label: session.clients.map(client => nameShown(client, 'client')).join(', '),
    description: session.note.date ?? '',
    session,
  }));
  const picked = await pickOne(items, { placeHolder: message('session.pick-case') });
  return picked?.session;
}

/** Opens the last session of the client of a row, or of one that is picked. */
export async function openLastSession(row: CaseRow | undefined, index: NoteIndex): Promise<void> {
  const found =
    (row === undefined ? undefined : caseOfRow(row, index)) ??
    (await pickClient(index, message('session.pick-client')));
  if (found === undefined) return;
  const last = newestNote(found.case);
  const uri = last === undefined ? undefined : index.uriOf(found.root, last.path);
  if (uri !== undefined) await vscode.window.showTextDocument(uri);
  else sayShortly(message('session.none'));
}

/** Asks for a client; each is shown with its last session and its open goals. */
export async function pickClient(index: NoteIndex, placeHolder: Message): Promise<RootCase | undefined> {
  const clients = index.cases().filter(found => found.case.key !== noClient);
  const items = clients.map(found => ({
    label: clientTitle(found.case),
    description: caseSummary(found.case),
    found,
  }));
  const picked = await pickOne(items, { placeHolder });
  return picked?.found;
}

/** Opens the search of VS Code for the notes of a case. */
export async function findInCase(
  row: CaseRow | undefined,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<void> {
  await index.whenRead();
  const found = await pickCase(row, activeNote, index);
  if (found === undefined) return;
  const paths = found.case.notes.flatMap(({ path }) => index.uriOf(found.root, path) ?? []);
  const names = paths.map(uri => vscode.workspace.asRelativePath(uri).replace(GLOB_SIGNS, '?'));
  await vscode.commands.executeCommand('workbench.action.findInFiles', {
    query: '',
    filesToInclude: names.join(', '),
    triggerSearch: false,
  });
}
