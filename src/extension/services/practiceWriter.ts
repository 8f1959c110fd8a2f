import * as vscode from 'vscode';
import { addAlias, addOwnHeading, ownHeadingConfig } from '../../core/change/practiceEdits';
import { message } from '../../core/message';
import { configurationFile, practiceFolder } from '../../core/practice/loadPractice';
import type { PracticeChange } from '../../core/validate/problem';
import { render } from '../../l10n/catalogue';
import { writeFile } from './noteWriter';
import { isNotFound, type Root } from './roots';
import { sayShortly } from './tools/sayShortly';

/** Whether the practice has the file that the change is of, or can have it. */
export function canChangePractice({ uri, protocolFiles }: Root, change: PracticeChange): boolean {
  return change.kind === 'alias' ? protocolFiles.has(change.protocol) : uri !== undefined;
}

/** Makes a change in the files of the practice of `root`, and says which file it is in. */
export async function changePractice(root: Root, change: PracticeChange): Promise<void> {
  const uri = fileOf(root, change);
  if (uri === undefined) return;
  const isNew = change.kind === 'own-heading' && !(await exists(uri));
  const reason = isNew ? await create(uri, ownHeadingConfig(change.title)) : await write(uri, change);
  if (reason === undefined) {
    sayShortly(message('practice.written', { file: vscode.workspace.asRelativePath(uri) }));
  } else {
    await vscode.window.showErrorMessage(render(reason));
  }
}

function fileOf({ uri, protocolFiles }: Root, change: PracticeChange): vscode.Uri | undefined {
  if (change.kind === 'alias') return protocolFiles.get(change.protocol);
  return uri && vscode.Uri.joinPath(uri, practiceFolder, configurationFile);
}

async function write(uri: vscode.Uri, change: PracticeChange) {
  const changeOf = (text: string) =>
    change.kind === 'alias' ? addAlias(text, change) : addOwnHeading(text, change.title);
  const writing = await writeFile({ uri, changeOf });
  return writing.kind === 'refused' ? writing.reason : undefined;
}

async function create(uri: vscode.Uri, text: string) {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  return (await vscode.workspace.applyEdit(edit)) ? undefined : message('practice.not-written');
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    return !isNotFound(error);
  }
}
