import * as vscode from 'vscode';

/** Internal: moves the caret to where writing goes on after an insertion. */
export const placeCaretCommand = 'sessionNotes.placeCaret';

/** Moves the caret of the active editor to `offset`, if it still shows the document at `uri`. */
export function placeCaret(uri: string, offset: number): void {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri) return;
  const position = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(
    new vscode.Range(position, position),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}
