import * as vscode from 'vscode';
import { message } from '../../core/message';
import { toldError } from './dialogs';
import { createFree } from './files/createFile';
import { nameShown } from './hiddenWords';
import { setContext } from './tools/contextKeys';
import { noteLanguage } from './tools/vscodeTypes';

/** Creates a note as {@link createFree}. Throws an error to be shown where that is refused. */
export async function createNote(folder: vscode.Uri, path: string, text: string): Promise<vscode.Uri> {
  try {
    const uri = await createFree(folder, path, text);
    noteIsMade();
    return uri;
  } catch {
    throw toldError(message('new-note.not-created', { file: nameShown(path, 'file') }));
  }
}

/** Opens a note that has no file yet: it counts as made once it is saved, as whichever file. */
export async function openUnsavedNote(text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: noteLanguage, content: text });
  const watch = vscode.workspace.onDidSaveTextDocument(saved => {
    const isMade = saved.getText() === document.getText();
    if (isMade) noteIsMade();
    // One that was closed without a file is saved no more.
    if (isMade || document.isClosed) watch.dispose();
  });
  return document;
}

/** Ticks the step of the walkthrough. */
function noteIsMade(): void {
  setContext('sessionNotes.noteMade', true);
}
