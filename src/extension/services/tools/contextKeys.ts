import * as vscode from 'vscode';

const values = new Map<string, unknown>();

/** Sets a context key of VS Code, which menus and key bindings ask, where its value is another than before. */
export function setContext(key: string, value: string | boolean): void {
  if (values.get(key) === value) return;
  values.set(key, value);
  void vscode.commands.executeCommand('setContext', key, value);
}
