import * as vscode from 'vscode';

/** The file systems that VS Code can search. On any other, a search would wait for what never comes. */
const searchable: ReadonlySet<string> = new Set(['file', 'vscode-remote', 'vscode-vfs']);

/** Files to look for, said twice: as a glob for a search, and as a test of what a walk comes across. */
export interface Wanted {
  /** Relative to the folder that is looked through. */
  readonly glob: string;
  readonly fits: (uri: vscode.Uri) => boolean;
  /** Whether a walk goes into a folder of this name. */
  readonly enters: (name: string) => boolean;
}

/** The wanted files below `folder`, at any depth, whatever is ignored by source control; none in `node_modules`. */
export async function findFiles(
  folder: vscode.Uri,
  wanted: Wanted,
  token?: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  if (!searchable.has(folder.scheme)) return walk(folder, wanted, token);
  const pattern = new vscode.RelativePattern(folder, wanted.glob);
  return vscode.workspace.findFiles(pattern, '**/node_modules/**', undefined, token);
}

async function walk(
  folder: vscode.Uri,
  wanted: Wanted,
  token: vscode.CancellationToken | undefined,
): Promise<readonly vscode.Uri[]> {
  if (token?.isCancellationRequested) return [];
  const found = await Promise.all(
    (await entriesOf(folder)).map(async ([name, type]) => {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.File) return wanted.fits(uri) ? [uri] : [];
      // Symbolic links are not followed.
      const isEntered = type === vscode.FileType.Directory && name !== 'node_modules' && wanted.enters(name);
      return isEntered ? walk(uri, wanted, token) : [];
    }),
  );
  return found.flat();
}

async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    // Gone, or not to be looked at: a search passes it over too.
    return [];
  }
}
