import * as vscode from 'vscode';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';

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
  const target = await freeFolder(parent);
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(extensionUri, 'examples'), target, { overwrite: false });
  await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow: true });
}

async function freeFolder(parent: vscode.Uri): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? folderName : `${folderName}-${number}`;
    const uri = vscode.Uri.joinPath(parent, name);
    if (!(await exists(uri))) return uri;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    // Not there: the name is free.
    return false;
  }
}
