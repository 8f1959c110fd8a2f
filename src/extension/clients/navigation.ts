import * as vscode from 'vscode';
import { type AdjacentSession, adjacentSessions } from '../../core/case/adjacentSessions';
import { isOpen } from '../../core/case/case';
import { noClient } from '../../core/case/clientKey';
import { newestNote } from '../../core/case/newestNote';
import { type Message, message } from '../../core/message';
import { statusOfMarker } from '../../core/note/markers';
import { render } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { clientLabel } from '../services/caseLabels';
import { type CaseRow, caseOfRow } from '../services/caseRow';
import type { NoteIndex } from '../services/noteIndex';
import type { RootCase } from '../services/roots';

/** Moves the caret to the next (1) or previous (-1) open goal of the active note, around its end. */
export function goToOpenGoal(direction: 1 | -1, activeNote: ActiveNote): void {
  const current = activeNote.current;
  if (current === undefined) return;
  const { open, editor } = current;
  const goals = open.note.goals.filter(({ marker }) => isOpen(statusOfMarker(marker) ?? 'open'));
  const caret = open.document.offsetAt(editor.selection.active);
  const starts = goals.map(({ range }) => range.start).sort((a, b) => a - b);
  const next =
    direction === 1
      ? (starts.find(start => start > caret) ?? starts[0])
      : (starts.findLast(start => start < caret) ?? starts.at(-1));
  if (next === undefined) {
    say(message('goal.none-open-here'));
    return;
  }
  const position = open.document.positionAt(next);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(
    new vscode.Range(position, position),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}

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
    say(message(direction === 1 ? 'session.last' : 'session.first'));
    return;
  }
  const there = sessions.length === 1 ? sessions[0] : await pickAdjacent(sessions);
  const uri = there && index.uriOf(open.root, there.note.path);
  if (uri !== undefined) await vscode.window.showTextDocument(uri);
}

async function pickAdjacent(sessions: readonly AdjacentSession[]): Promise<AdjacentSession | undefined> {
  const items = sessions.map(session => ({
    label: session.clients.join(', '),
    description: session.note.date ?? '',
    session,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: render(message('session.pick-case')),
  });
  return picked?.session;
}

/** Opens the last session of the client of a row, or of one that is picked. */
export async function openLastSession(row: CaseRow | undefined, index: NoteIndex): Promise<void> {
  const found = (row === undefined ? undefined : caseOfRow(row, index)) ?? (await pickClient(index));
  if (found === undefined) return;
  const last = newestNote(found.case);
  const uri = last === undefined ? undefined : index.uriOf(found.root, last.path);
  if (uri !== undefined) await vscode.window.showTextDocument(uri);
  else say(message('session.none', { client: clientLabel(found.case) }));
}

async function pickClient(index: NoteIndex): Promise<RootCase | undefined> {
  const clients = index.cases().filter(found => found.case.key !== noClient);
  const items = clients.map(found => ({
    label: found.case.client,
    description: newestNote(found.case)?.date ?? '',
    found,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: render(message('session.pick-client')),
  });
  return picked?.found;
}

/** Says something in the status bar for four seconds. */
function say(what: Message): void {
  vscode.window.setStatusBarMessage(render(what), 4000);
}
