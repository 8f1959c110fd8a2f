import type { Uri } from 'vscode';

/** What of Node's file system is used beside that of VS Code. */
export interface NodeFiles {
  readonly constants: { readonly O_RDONLY: number; readonly O_NOFOLLOW?: number };
  link(existing: string, path: string): Promise<void>;
  lstat(path: string): Promise<{ readonly uid: number; isSymbolicLink(): boolean }>;
  open(path: string, flags: number): Promise<NodeFile>;
}

/** A file that is open. */
interface NodeFile {
  stat(): Promise<{ readonly size: number }>;
  read(buffer: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesRead: number }>;
  close(): Promise<void>;
}

/** What of the host is asked; tests give another. */
export interface HostProcess {
  getuid?(): number;
  getBuiltinModule?(name: 'node:fs/promises'): NodeFiles;
}

/** The process that the extension runs in; none in the browser. */
export function hostProcess(): HostProcess | undefined {
  return typeof process === 'undefined' ? undefined : process;
}

/** Node's file system, where it has the file at `uri`: VS Code's goes through its window for each file. */
export function nodeFilesFor({ scheme }: Pick<Uri, 'scheme'>): NodeFiles | undefined {
  return scheme === 'file' ? hostProcess()?.getBuiltinModule?.('node:fs/promises') : undefined;
}
