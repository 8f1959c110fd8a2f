import * as vscode from 'vscode';
import type { Insertion } from '../../core/note/insertion';
import { toTextEdits } from '../convert';
import type { OpenNote } from '../openNotes';

/**
 * Applies insertions to the note that `editor` shows, as one undoable change, and puts the caret on the first line to
 * write on. Nothing is done when the text is no longer the one that they were made for.
 */
export async function applyInsertions(
  editor: vscode.TextEditor,
  open: OpenNote,
  insertions: readonly Insertion[],
): Promise<void> {
  const first = insertions[0];
  if (first === undefined || open.document.version !== open.version) return;
  const edit = new vscode.WorkspaceEdit();
  const edits = insertions.map(insertion => insertion.edit);
  edit.set(open.document.uri, toTextEdits(edits, open.note.outline.lines));
  if (!(await vscode.workspace.applyEdit(edit))) return;
  const position = open.document.positionAt(first.caret);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(
    new vscode.Range(position, position),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}
