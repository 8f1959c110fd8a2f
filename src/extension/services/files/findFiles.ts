import * as vscode from 'vscode';
import { forEachYielding } from '../tools/yielding';
import { nodeFilesFor } from './nodeFiles';
import { withoutLinked } from './symbolicLinks';

/** The file systems that VS Code can search. On any other, a search would wait for what never comes. */
const searchable: ReadonlySet<string> = new Set(['file', 'vscode-remote', 'vscode-vfs']);

/** Files to look for, said twice: as a glob for a search, and as a test of what a walk comes across. */
export interface WantedFiles {
  /** Relative to the folder that is looked through. */
  readonly glob: string;
  readonly fits: (uri: vscode.Uri) => boolean;
  /** Whether a walk goes into a folder of this name. */
  readonly enters: (name: string) => boolean;
}

/**
 * The wanted files below `folder`, at any depth, whatever is ignored by source control; none in `node_modules`, and
 * none in folders that are symbolic links.
 */
export async function findFiles(
  folder: vscode.Uri,
  wanted: WantedFiles,
  token?: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  if (!searchable.has(folder.scheme)) return walk(folder, wanted, token);
  const pattern = new vscode.RelativePattern(folder, wanted.glob);
  const found = await vscode.workspace.findFiles(pattern, '**/node_modules/**', undefined, token);
  // VS Code's search follows links (`search.followSymlinks`), so that what is linked would count twice.
  return isOnDisk(folder) ? withoutLinked(folder, found, path => isLink(folder.with({ path }))) : found;
}

/** Those of `uris` that no symbolic link to a folder of the workspace leads to. */
export async function unlinked(uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri).filter(isOnDisk);
  let kept = uris;
  for (const folder of folders) {
    const here = kept.filter(
      uri => vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.toString(),
    );
    const notLinked = new Set(await withoutLinked(folder, here, path => isLink(folder.with({ path }))));
    const linked = new Set(here.filter(uri => !notLinked.has(uri)));
    kept = kept.filter(uri => !linked.has(uri));
  }
  return kept;
}

/** Whether `uri` is in a file system that is a disk, here or where VS Code's server runs. */
export function isOnDisk(uri: vscode.Uri): boolean {
  return uri.scheme === 'file' || uri.scheme === 'vscode-remote';
}

async function isLink(folder: vscode.Uri): Promise<boolean> {
  try {
    const files = nodeFilesFor(folder);
    if (files !== undefined) return (await files.lstat(folder.fsPath)).isSymbolicLink();
    return ((await vscode.workspace.fs.stat(folder)).type & vscode.FileType.SymbolicLink) !== 0;
  } catch {
    // Gone, or not to be looked at: reading what is in it will tell.
    return false;
  }
}

/** Level by level, some folders at a time. */
async function walk(
  folder: vscode.Uri,
  wanted: WantedFiles,
  token: vscode.CancellationToken | undefined,
): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  for (let level = [folder]; level.length > 0; ) {
    const below: vscode.Uri[] = [];
    await forEachYielding(
      level,
      async at => {
        for (const [name, type] of await entriesOf(at)) {
          const uri = vscode.Uri.joinPath(at, name);
          // Symbolic links are not followed.
          if (type === vscode.FileType.File && wanted.fits(uri)) found.push(uri);
          if (type === vscode.FileType.Directory && name !== 'node_modules' && wanted.enters(name))
            below.push(uri);
        }
      },
      token,
    );
    level = token?.isCancellationRequested ? [] : below;
  }
  return found;
}

async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    // Gone, or not to be looked at: a search passes it over too.
    return [];
  }
}
