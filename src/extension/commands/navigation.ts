import * as vscode from 'vscode';
import { isOpen } from '../../core/case/case';
import { isRecord } from '../../core/case/record';
import { statusOfMarker } from '../../core/goal/markers';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import type { ActiveNote } from '../activeNote';
import type { NoteIndex } from '../noteIndex';

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
  if (next === undefined) return;
  const position = open.document.positionAt(next);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(
    new vscode.Range(position, position),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}

/** Opens the session before (-1) or after (1) the active note in the client's case. */
export async function goToSession(
  direction: 1 | -1,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<void> {
  const open = activeNote.current?.open;
  const ofCase = open === undefined ? undefined : index.casesOf(open.document.uri)[0];
  if (open === undefined || ofCase === undefined) return;
  const at = ofCase.notes.findIndex(({ path }) => path === open.path);
  const there = ofCase.notes[at + direction];
  const uri = there === undefined ? undefined : index.uriOf(open.root, there.path);
  if (uri !== undefined) await vscode.window.showTextDocument(uri);
  else
    vscode.window.setStatusBarMessage(
      render(message(direction === 1 ? 'session.last' : 'session.first')),
      4000,
    );
}

/** Opens the last session of a client that is picked. */
export async function openLastSession(index: NoteIndex): Promise<void> {
  const items = index.cases().flatMap(({ root, case: ofCase }) => {
    const last = ofCase.notes.filter(isRecord).at(-1);
    const uri = last === undefined || ofCase.key === '' ? undefined : index.uriOf(root, last.path);
    return uri === undefined ? [] : [{ label: ofCase.client, description: last?.date ?? '', uri }];
  });
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: render(message('session.pick-client')),
  });
  if (picked !== undefined) await vscode.window.showTextDocument(picked.uri);
}
