import * as vscode from 'vscode';

/** Files that are nowhere on disk, as an extension may provide them; folders are not told apart from files. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>();
  readonly #times = new Map<string, number>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  /** How many bytes a file may have: of a longer one, only so many are written. */
  room = Number.POSITIVE_INFINITY;
  /** Whether files can be renamed. */
  renames = true;

  /** Takes away all files and what was told of them. */
  clear(): void {
    this.#files.clear();
    this.#times.clear();
    this.room = Number.POSITIVE_INFINITY;
    this.renames = true;
  }

  /** The paths of all files, sorted. */
  paths(): readonly string[] {
    return [...this.#files.keys()].sort();
  }

  /** Makes a file look as if it had been written so many milliseconds ago. */
  age(uri: vscode.Uri, by: number): void {
    this.#times.set(uri.path, Date.now() - by);
  }

  watch(): vscode.Disposable {
    return { dispose: () => undefined };
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const content = this.#files.get(uri.path);
    if (content !== undefined)
      return {
        type: vscode.FileType.File,
        ctime: 0,
        mtime: this.#times.get(uri.path) ?? 1,
        size: content.length,
      };
    if (this.readDirectory(uri).length > 0 || uri.path === '/') {
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    }
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const start = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    const below = [...this.#files.keys()].filter(path => path.startsWith(start));
    return below.map(path => [path.slice(start.length), vscode.FileType.File]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const content = this.#files.get(uri.path);
    if (content === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(uri.path, content.slice(0, this.room));
    this.#changed.fire([{ type, uri }]);
    if (content.length > this.room) throw vscode.FileSystemError.Unavailable('no space is left');
  }

  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  createDirectory(): void {
    // Folders are what files have in their paths.
  }

  rename(from: vscode.Uri, to: vscode.Uri, { overwrite }: { readonly overwrite: boolean }): void {
    if (!this.renames) throw vscode.FileSystemError.NoPermissions('not to be renamed');
    if (!overwrite && this.#files.has(to.path)) throw vscode.FileSystemError.FileExists(to);
    const content = this.readFile(from);
    this.#files.delete(from.path);
    this.#files.set(to.path, content);
    this.#changed.fire([
      { type: vscode.FileChangeType.Deleted, uri: from },
      { type: vscode.FileChangeType.Created, uri: to },
    ]);
  }
}
