import * as vscode from 'vscode';

const changed = new Set<string>();

/** Changes a setting of the workspace until the test ends; `undefined` takes the default. */
export async function changeSetting(key: string, value: unknown): Promise<void> {
  changed.add(key);
  await vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Workspace);
}

/** Takes back what {@link changeSetting} changed. */
export async function restoreSettings(): Promise<void> {
  for (const key of changed) {
    await vscode.workspace.getConfiguration().update(key, undefined, vscode.ConfigurationTarget.Workspace);
  }
  changed.clear();
}
