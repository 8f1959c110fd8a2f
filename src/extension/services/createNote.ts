import * as vscode from 'vscode';
import { freePath, pathKey } from '../../core/config/noteFileName';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';

/**
 * Creates a note at `path`, relative to `folder` and with `/`, or, where the name is taken, at the first with a number
 * that is free: nothing is ever overwritten. Gives where it is. Throws where VS Code refuses.
 */
export async function createNote(folder: vscode.Uri, path: string, text: string): Promise<vscode.Uri> {
  const parent = vscode.Uri.joinPath(folder, path, '..');
  const taken = new Set((await namesIn(parent)).map(pathKey));
  const directory = path.slice(0, path.lastIndexOf('/') + 1);
  const free = freePath(path, each => taken.has(pathKey(each.slice(directory.length))));
  const uri = vscode.Uri.joinPath(folder, free);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(render(message('new-note.not-created', { file: free })));
  return uri;
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    // The folder is made with the file.
    return [];
  }
}
