/** What of Node's file system is used beside that of VS Code. */
interface NodeFiles {
  link(existing: string, path: string): Promise<void>;
  lstat(path: string): Promise<{ readonly uid: number }>;
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
