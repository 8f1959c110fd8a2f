import * as vscode from 'vscode';
import { freePath, pathKey } from '../../../core/config/noteFileName';
import { isTemporaryName, leftoverAge, temporaryName } from '../../../core/config/temporaryFiles';
import { tellCreated } from './createdFiles';
import { findFiles, isOnDisk, type WantedFiles } from './findFiles';
import { nodeFilesFor } from './nodeFiles';

/**
 * Creates a file, and the folders that are missing, outside the undo stack: undoing never takes a file away. The bytes
 * are written beside the place and then get their name, in place of nothing: on a disk a file is whole or not there,
 * whatever happens meanwhile. Where files are not on a disk, it is their provider who keeps that or does not.
 * Gives whether the name was free.
 *
 * @throws what the file system says when it refuses
 */
export async function createFile(uri: vscode.Uri, content: string | Uint8Array): Promise<boolean> {
  const folder = vscode.Uri.joinPath(uri, '..');
  await vscode.workspace.fs.createDirectory(folder);
  await sweepFolder(folder);
  try {
    await writeBeside(uri, content, false);
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
  tellCreated(uri);
  return true;
}

/**
 * Creates a file at `path`, relative to `folder` and with `/`, or, where the name is taken (in upper or lower case), at
 * the first with a number that is free. Gives where it is.
 *
 * @throws what the file system says when it refuses
 */
export async function createFree(
  folder: vscode.Uri,
  path: string,
  content: string | Uint8Array,
): Promise<vscode.Uri> {
  const directory = path.slice(0, path.lastIndexOf('/') + 1);
  for (;;) {
    const taken = new Set((await namesIn(vscode.Uri.joinPath(folder, path, '..'))).map(pathKey));
    const free = freePath(path, each => taken.has(pathKey(each.slice(directory.length))));
    const uri = vscode.Uri.joinPath(folder, free);
    // Where it was not created, somebody else was faster.
    if (await createFile(uri, content)) return uri;
  }
}

/** Puts a file in the place of one that the user gave up. Throws as {@link createFile}. */
export async function replaceFile(uri: vscode.Uri, content: string | Uint8Array): Promise<void> {
  await writeBeside(uri, content, true);
}

const leftovers: WantedFiles = {
  glob: '**/.session-notes-*.tmp',
  fits: uri => isTemporaryName(uri.path.slice(uri.path.lastIndexOf('/') + 1)),
  enters: () => true,
};

/** Removes what broken-off work left in the folders of the workspace that are on a disk. */
export async function sweepWorkspace(): Promise<void> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    if (!isOnDisk(uri)) continue;
    await removeLeftovers((await findFiles(uri, leftovers)).filter(leftovers.fits));
  }
}

/** Removes files on their way that `uris` name, where they are old enough to have been left by broken-off work. */
async function removeLeftovers(uris: readonly vscode.Uri[]): Promise<void> {
  for (const uri of uris) {
    try {
      const { mtime } = await vscode.workspace.fs.stat(uri);
      if (Date.now() - mtime > leftoverAge) await vscode.workspace.fs.delete(uri);
    } catch {
      // Somebody else has removed it, or it is not ours to remove.
    }
  }
}

async function writeBeside(uri: vscode.Uri, content: string | Uint8Array, overwrite: boolean): Promise<void> {
  const random = crypto.randomUUID().replaceAll('-', '').slice(0, 12);
  const temporary = vscode.Uri.joinPath(uri, '..', temporaryName(random));
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  try {
    await vscode.workspace.fs.writeFile(temporary, bytes);
    if (overwrite || !(await giveName(temporary, uri))) {
      await vscode.workspace.fs.rename(temporary, uri, { overwrite });
    } else await remove(temporary);
  } catch (error) {
    await remove(temporary);
    throw error;
  }
}

/**
 * Gives the file at `from` a second name, which fails where that is taken at this very moment: a renaming would look
 * first and then take it. False where that cannot be done.
 */
async function giveName(from: vscode.Uri, to: vscode.Uri): Promise<boolean> {
  const files = nodeFilesFor(to);
  if (files === undefined) return false;
  try {
    await files.link(from.fsPath, to.fsPath);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw vscode.FileSystemError.FileExists(to);
    // The disk knows no second names; what else is wrong the renaming will tell.
    return false;
  }
}

async function remove(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri);
  } catch {
    // It was not written at all, or will be swept later.
  }
}

async function sweepFolder(folder: vscode.Uri): Promise<void> {
  const left = (await namesIn(folder)).filter(isTemporaryName);
  await removeLeftovers(left.map(name => vscode.Uri.joinPath(folder, name)));
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    // The folder is made with the file.
    return [];
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileExists';
}
