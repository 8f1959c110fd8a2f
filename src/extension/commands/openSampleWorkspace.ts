import * as vscode from 'vscode';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { freeUri } from '../freeUri';

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
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(extensionUri, 'examples'), target, { overwrite: false });
  await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow: true });
}
