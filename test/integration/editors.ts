import * as vscode from 'vscode';
import { eventually } from '../host/eventually';

/**
 * Shows a file in the active editor, as a click on it does. (What `openTextDocument` opens stays open for minutes
 * after its editor is closed.)
 */
export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri);
  return eventually(`the editor of ${uri.path}`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() && editor;
  });
}

/** Shows a file in an editor that stays when another file is shown. */
export async function showToStay(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const editor = await show(uri);
  await vscode.commands.executeCommand('workbench.action.keepEditor');
  return editor;
}

/** Shows a new Markdown file that is not saved anywhere. */
export async function showUntitled(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  return vscode.window.showTextDocument(document);
}

/** Replaces the first occurrence of `old`, as typing over it would. */
export async function retype(editor: vscode.TextEditor, old: string, replacement: string): Promise<void> {
  const range = rangeOf(editor.document, old);
  if (!(await editor.edit(edit => edit.replace(range, replacement)))) {
    throw new Error(`The edit of ${editor.document.uri.path} was refused.`);
  }
}

/** Where `text` stands for the first time. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`${document.uri.path} does not contain ${JSON.stringify(text)}.`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Closes the active editor and throws away what was not saved. */
export async function closeWithoutSaving(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** Closes all editors and throws away what was not saved. */
export async function closeEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(open => open.isDirty)) {
    await vscode.window.showTextDocument(document);
    await closeWithoutSaving();
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
