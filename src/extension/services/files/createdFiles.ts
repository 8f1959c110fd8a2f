import * as vscode from 'vscode';

const created = new vscode.EventEmitter<vscode.Uri>();
/** Fires when a file was created here: in a folder that is new, VS Code's watchers do not see it. */
export const onDidCreateFile = created.event;

/** Says that a file was created. */
export function tellCreated(uri: vscode.Uri): void {
  created.fire(uri);
}
