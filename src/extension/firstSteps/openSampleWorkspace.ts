import * as vscode from 'vscode';
import { message } from '../../core/message';
import { notify } from '../services/dialogs';
import { createFile } from '../services/files/createFile';
import { freeUri } from '../services/files/freeUri';
import { hostProcess } from '../services/files/nodeFiles';
import { setContext } from '../services/tools/contextKeys';

/** The files of `examples/`, relative to it, a line each; the build puts them in. */
declare const SAMPLE_FILES: string;

const folderName = 'session-notes-sample';
/** What is shown of it where no folder can be made. */
const sampleNote = 'K-021/2026-05-19-session-5.session.md';

/**
 * Copies the sample workspace to where VS Code keeps what belongs to this extension, apart from the user's notes, and opens
 * it in a window of its own. In a browser, which has no such folder, one of its notes is shown, unsaved.
 */
export async function openSampleWorkspace(extensionUri: vscode.Uri, storage: vscode.Uri): Promise<void> {
  const isOpen =
    hostProcess() === undefined ? await showNote(extensionUri) : await openCopy(extensionUri, storage);
  if (isOpen) setContext('sessionNotes.sampleOpened', true);
  else await notify('error', message('sample.not-copied'));
}

async function openCopy(extensionUri: vscode.Uri, storage: vscode.Uri): Promise<boolean> {
  const target = await freeUri(storage, folderName);
  if (!(await copySample(extensionUri, target))) return false;
  await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow: true });
  return true;
}

async function showNote(extensionUri: vscode.Uri): Promise<boolean> {
  try {
    const bytes = await vscode.workspace.fs.readFile(sampleFile(extensionUri, sampleNote));
    const content = new TextDecoder().decode(bytes);
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document, { preview: false });
    return true;
  } catch {
    return false;
  }
}

/** Copies the sample workspace to `target`, where nothing is yet; tells whether all of it is there. */
async function copySample(extensionUri: vscode.Uri, target: vscode.Uri): Promise<boolean> {
  try {
    // One by one: the files of an extension that comes over the network can be read, but not listed.
    for (const path of SAMPLE_FILES.split('\n')) {
      const bytes = await vscode.workspace.fs.readFile(sampleFile(extensionUri, path));
      await createFile(vscode.Uri.joinPath(target, path), bytes);
    }
    return true;
  } catch {
    return false;
  }
}

function sampleFile(extensionUri: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'examples', path);
}
