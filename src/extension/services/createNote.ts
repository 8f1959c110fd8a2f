import type * as vscode from 'vscode';
import { message } from '../../core/message';
import { toldError } from './dialogs';
import { createFree } from './files/createFile';
import { nameShown } from './hiddenWords';
import { setContext } from './tools/contextKeys';

/** Creates a note as {@link createFree}. Throws an error to be shown where that is refused. */
export async function createNote(folder: vscode.Uri, path: string, text: string): Promise<vscode.Uri> {
  try {
    const uri = await createFree(folder, path, text);
    setContext('sessionNotes.noteMade', true);
    return uri;
  } catch {
    throw toldError(message('new-note.not-created', { file: nameShown(path, 'file') }));
  }
}
