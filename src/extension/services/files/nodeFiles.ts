import type { Uri } from 'vscode';

/** What reads files: at once, or aside, and then it promises. */
export interface ReadingFiles {
  readonly constants: {
    readonly O_RDONLY: number;
    readonly O_NOFOLLOW?: number;
    readonly O_NONBLOCK?: number;
  };
  lstat(path: string): MaybeLater<LinkStats>;
  open(path: string, flags: number): MaybeLater<OpenFile>;
}

/** A file that is open. */
interface OpenFile {
  stat(): MaybeLater<{ readonly size: number }>;
  read(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): MaybeLater<{ bytesRead: number }>;
  close(): MaybeLater<void>;
}

type MaybeLater<Value> = Value | Promise<Value>;

interface LinkStats {
  readonly uid: number;
  isSymbolicLink(): boolean;
}

/** An entry of a folder. */
export interface DirectoryEntry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** What of Node's file system is used beside that of VS Code. */
export interface NodeFiles extends ReadingFiles {
  readdir(path: string, options: { readonly withFileTypes: true }): Promise<readonly DirectoryEntry[]>;
  link(existing: string, path: string): Promise<void>;
  lstat(path: string): Promise<LinkStats>;
}

/** What of it does its work at once. */
export interface NodeFilesAtOnce {
  readonly constants: ReadingFiles['constants'];
  lstatSync(path: string): LinkStats;
  openSync(path: string, flags: number): number;
  fstatSync(file: number): { readonly size: number };
  readSync(file: number, buffer: Uint8Array, offset: number, length: number, position: number): number;
  closeSync(file: number): void;
}

/** What of the host is asked; tests give another. */
export interface HostProcess {
  getuid?(): number;
  getBuiltinModule?(name: 'node:fs/promises'): NodeFiles;
}

interface HostAtOnce {
  getBuiltinModule?(name: 'node:fs'): NodeFilesAtOnce;
}

/** The process that the extension runs in; none in the browser. */
export function hostProcess(): (HostProcess & HostAtOnce) | undefined {
  return typeof process === 'undefined' ? undefined : process;
}

/** Node's file system, where it has the file at `uri`: VS Code's goes through its window for each file. */
export function nodeFilesFor({ scheme }: Pick<Uri, 'scheme'>): NodeFiles | undefined {
  return scheme === 'file' ? hostProcess()?.getBuiltinModule?.('node:fs/promises') : undefined;
}
