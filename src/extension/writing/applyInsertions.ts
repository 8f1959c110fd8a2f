import * as vscode from 'vscode';
import { editsOf } from '../../core/change/change';
import type { Insertion } from '../../core/change/insertion';
import { editOpenNote } from '../services/editOpenNote';
import type { OpenNote } from '../services/openNotes';
import { setContext } from '../services/tools/contextKeys';

/**
 * Applies insertions to the note that `editor` shows, as one undoable change, and puts the caret on the first line to
 * write on, where that may be done (see {@link editOpenNote}).
 */
export async function applyInsertions(
  editor: vscode.TextEditor,
  open: OpenNote,
  insertions: readonly Insertion[],
): Promise<void> {
  const first = insertions[0];
  if (first === undefined) return;
  const edits = insertions.flatMap(insertion => insertion.edits);
  if (!(await editOpenNote(open, editsOf(edits)))) return;
  setContext('sessionNotes.stageInserted', true);
  const position = open.document.positionAt(first.caret);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(
    new vscode.Range(position, position),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}
