import * as vscode from 'vscode';
import type { ActiveNote } from '../activeNote';
import { toTextEdits } from '../convert';
import { fixAllEdit } from '../editing/fixAllEdit';

/** Applies every fix with one right answer to the active note. */
export async function fixAllProblems(activeNote: ActiveNote): Promise<void> {
  const open = activeNote.current?.open;
  const fixed = open === undefined ? undefined : fixAllEdit(open);
  if (open === undefined || fixed === undefined) return;
  const edit = new vscode.WorkspaceEdit();
  edit.set(open.document.uri, toTextEdits([fixed], open.note.outline.lines));
  await vscode.workspace.applyEdit(edit);
}
