import * as vscode from 'vscode';
import type { SessionNotes } from '../../src/extension/extension';

/** The extension under test, as VS Code installed it. */
export function installedExtension(): vscode.Extension<SessionNotes> {
  const extension = vscode.extensions.getExtension<SessionNotes>('session-notes.session-notes');
  if (extension === undefined) throw new Error('The extension is not installed.');
  return extension;
}

/** Waits until the extension runs and has read the workspace for the first time. */
export async function runningExtension(): Promise<SessionNotes> {
  const api = await installedExtension().activate();
  await api.indexed;
  return api;
}
