import * as vscode from 'vscode';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { notify } from '../services/dialogs';
import { createFile } from '../services/files/createFile';
import { freeUri } from '../services/files/freeUri';

/** The files of `examples/`, relative to it, a line each; the build puts them in. */
declare const SAMPLE_FILES: string;

const folderName = 'session-notes-sample';

/** Copies the sample workspace into a folder that the user picks, under a name that is free, and opens it. */
export async function openSampleWorkspace(extensionUri: vscode.Uri): Promise<void> {
  const picked = await vscode.window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    title: render(message('sample.pick-title')),
    openLabel: render(message('sample.pick-button')),
  });
  const parent = picked?.[0];
  if (parent === undefined) return;
  const target = await freeUri(parent, folderName);
  if (await copySample(extensionUri, target)) {
    await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow: true });
    return;
  }
  await notify('error', message('sample.not-copied'));
}

/** Copies the sample workspace to `target`, where nothing is yet; tells whether all of it is there. */
async function copySample(extensionUri: vscode.Uri, target: vscode.Uri): Promise<boolean> {
  const source = vscode.Uri.joinPath(extensionUri, 'examples');
  try {
    // One by one: the files of an extension that comes over the network can be read, but not listed.
    for (const path of SAMPLE_FILES.split('\n')) {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(source, path));
      await createFile(vscode.Uri.joinPath(target, path), bytes);
    }
    return true;
  } catch {
    return false;
  }
}
