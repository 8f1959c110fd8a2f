import * as vscode from 'vscode';
import { createNote } from '../services/createNote';
import { noteLanguage } from '../services/tools/vscodeTypes';

/**
 * Creates the file of a version beside that of `source` and shows it; where `source` is in no folder yet, the version is
 * a new file that is not saved either.
 */
export async function showNewVersion(source: vscode.TextDocument, name: string, text: string): Promise<void> {
  const document = source.isUntitled
    ? await vscode.workspace.openTextDocument({ language: noteLanguage, content: text })
    : await vscode.workspace.openTextDocument(
        await createNote(vscode.Uri.joinPath(source.uri, '..'), name, text),
      );
  await vscode.window.showTextDocument(document);
}
