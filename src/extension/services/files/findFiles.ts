import * as vscode from 'vscode';
import { type DirectoryEntry, type NodeFiles, nodeFilesFor } from './nodeFiles';
import { withoutLinked } from './symbolicLinks';
import { type FolderEntry, walk } from './walk';

/** The file systems that VS Code can search. On any other, a search would wait for what never comes. */
const searchable: ReadonlySet<string> = new Set(['file', 'vscode-remote', 'vscode-vfs']);

/** Files to look for, said twice: as a glob for a search, and as a test of what a walk comes across. */
export interface WantedFiles {
  /** Relative to the folder that is looked through. */
  readonly glob: string;
  readonly fits: (path: string) => boolean;
  /** Whether a walk goes into a folder of this name. */
  readonly enters: (name: string) => boolean;
}

/**
 * The wanted files below `folder`, at any depth, whatever is ignored by source control; none in `node_modules`, none in
 * folders that are symbolic links, and none that `files.exclude` hides.
 */
export async function findFiles(
  folder: vscode.Uri,
  wanted: WantedFiles,
  token?: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const isHidden = hiddenNames(folder);
  if (!searchable.has(folder.scheme))
    return (await walkIn(folder, wanted, isHidden ?? (() => false), byEditor, token)) ?? [];
  const files = nodeFilesFor(folder);
  // What a search finds comes through the window, which for many files takes longer than to look here.
  const here = files && isHidden && (await walkIn(folder, wanted, isHidden, byNode(files), token));
  return here ?? search(folder, wanted, token);
}

async function search(
  folder: vscode.Uri,
  wanted: WantedFiles,
  token: vscode.CancellationToken | undefined,
): Promise<readonly vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(folder, wanted.glob);
  const found = await vscode.workspace.findFiles(pattern, '**/node_modules/**', undefined, token);
  // VS Code's search follows links (`search.followSymlinks`), so that what is linked would count twice.
  return isOnDisk(folder) ? withoutLinked(folder, found, path => isLink(folder.with({ path }))) : found;
}

/**
 * Whether `files.exclude` hides a file or folder of this name, wherever it stands: it names it, or how it ends. Undefined
 * where it hides more than that, which is left to VS Code's search.
 */
function hiddenNames(folder: vscode.Uri): ((name: string) => boolean) | undefined {
  const hidden = vscode.workspace
    .getConfiguration('files', folder)
    .get<Record<string, unknown>>('exclude', {});
  const names = new Set<string>();
  const ends: string[] = [];
  for (const [glob, isHidden] of Object.entries(hidden)) {
    if (isHidden === false) continue;
    const [, star, name] = /^\*\*\/(\*?)([^*?{}[\]!/\\]+)$/.exec(glob) ?? [];
    if (name === undefined || isHidden !== true) return undefined;
    if (star === '') names.add(name);
    else ends.push(name);
  }
  return name => names.has(name) || ends.some(end => name.endsWith(end));
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

async function walkIn(
  folder: vscode.Uri,
  { fits, enters }: WantedFiles,
  isHidden: (name: string) => boolean,
  { list, mostFolders }: Listing,
  token: vscode.CancellationToken | undefined,
): Promise<readonly vscode.Uri[] | undefined> {
  const entriesOf = async (path: string): Promise<readonly FolderEntry[]> => {
    try {
      return (await list(folder.with({ path }))).filter(({ name }) => !isHidden(name));
    } catch {
      // Gone, or not to be looked at: a search passes it over too.
      return [];
    }
  };
  const walking = {
    entriesOf,
    fits,
    enters: (name: string) => name !== 'node_modules' && enters(name),
    mostFolders,
  };
  const found = await walk(folder.path, walking, token);
  return found?.map(path => folder.with({ path }));
}

/** How folders are listed, and how many of them at most. Symbolic links are not followed. */
interface Listing {
  readonly list: (folder: vscode.Uri) => Promise<readonly FolderEntry[]>;
  readonly mostFolders: number;
}

/** A file that is a symbolic link tells so when it is read. */
function byNode(files: NodeFiles): Listing {
  const kindOf = (entry: DirectoryEntry): FolderEntry['kind'] => {
    if (entry.isDirectory()) return 'folder';
    return entry.isFile() || entry.isSymbolicLink() ? 'file' : 'other';
  };
  const list = async ({ fsPath }: vscode.Uri): Promise<readonly FolderEntry[]> => {
    const entries = await files.readdir(fsPath, { withFileTypes: true });
    return entries.map(entry => ({ name: entry.name, kind: kindOf(entry) }));
  };
  // A folder with more is left to VS Code's search: a program of its own, made for that.
  return { list, mostFolders: 5000 };
}

const byEditor: Listing = {
  list: async folder => {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.map(([name, type]) => ({ name, kind: kinds.get(type) ?? 'other' }));
  },
  mostFolders: Number.POSITIVE_INFINITY,
};

const kinds: ReadonlyMap<vscode.FileType, FolderEntry['kind']> = new Map([
  [vscode.FileType.File, 'file'],
  [vscode.FileType.Directory, 'folder'],
]);
