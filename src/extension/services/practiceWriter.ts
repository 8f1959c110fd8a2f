import * as vscode from 'vscode';
import { message } from '../../core/message';
import { configurationFile, practiceFolder, protocolsFolder } from '../../core/practice/loadPractice';
import { changePracticeFile, newPracticeFile } from '../../core/practice/practiceFile';
import type { PracticeChange } from '../../core/validate/problem';
import { notify, sayShortly } from './dialogs';
import { createFile } from './files/createFile';
import { writeFile } from './noteWriter';
import { isNotFound, type Root } from './roots';

/** Whether the practice has the file that the change is of, or can have it. */
export function canChangePractice({ uri, protocolFiles }: Root, change: PracticeChange): boolean {
  return change.kind === 'alias' ? protocolFiles.has(change.protocol) : uri !== undefined;
}

/** Makes a change in the files of the practice of `root`, and says which file it is in. */
export async function changePractice(root: Root, change: PracticeChange): Promise<void> {
  const uri = fileOf(root, change);
  if (uri === undefined) return;
  const begun = newPracticeFile(change);
  const isNew = begun !== undefined && !(await exists(uri));
  const reason = isNew ? await create(uri, begun) : await write(uri, change);
  if (reason === undefined) {
    sayShortly(message('practice.written', { file: vscode.workspace.asRelativePath(uri) }));
  } else {
    await notify('error', reason);
  }
}

function fileOf({ uri, protocolFiles }: Root, change: PracticeChange): vscode.Uri | undefined {
  if (change.kind === 'alias') return protocolFiles.get(change.protocol);
  if (change.kind !== 'never-track')
    return uri && vscode.Uri.joinPath(uri, practiceFolder, configurationFile);
  const known = protocolFiles.get(change.protocol);
  return (
    known ?? (uri && vscode.Uri.joinPath(uri, practiceFolder, protocolsFolder, `${change.protocol}.yaml`))
  );
}

async function write(uri: vscode.Uri, change: PracticeChange) {
  const writing = await writeFile({ uri, changeOf: text => changePracticeFile(text, change) });
  return writing.kind === 'refused' ? writing.reason : undefined;
}

async function create(uri: vscode.Uri, text: string) {
  const isCreated = await createFile(uri, text).catch(() => false);
  return isCreated ? undefined : message('practice.not-written');
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    return !isNotFound(error);
  }
}
