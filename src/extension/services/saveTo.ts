import * as vscode from 'vscode';
import { message } from '../../core/message';
import { confirm, notify } from './dialogs';
import { createFile, replaceFile } from './files/createFile';
import { nameShown } from './hiddenWords';

/**
 * Writes a file where the user wants it. One that is there is replaced only where the user was asked, by the dialog in
 * which the place was chosen (`isAsked`) or here. Gives whether it was written; why not is told.
 */
export async function saveTo(
  uri: vscode.Uri,
  content: string | Uint8Array,
  isAsked: boolean,
): Promise<boolean> {
  try {
    if (await createFile(uri, content)) return true;
    if (!isAsked && !(await confirmReplacing(uri))) return false;
    await replaceFile(uri, content);
    return true;
  } catch {
    void notify('error', message('file.cannot-write'));
    return false;
  }
}

function confirmReplacing(uri: vscode.Uri): Promise<boolean> {
  return confirm({
    weight: 'warning',
    question: message('file.replace', { file: nameShown(vscode.workspace.asRelativePath(uri), 'file') }),
    button: message('file.replace-button'),
  });
}
