import { type HostProcess, hostProcess } from './nodeFiles';

/**
 * Whether the folder at `path`, of this machine's file system, is the user's own. On Windows that cannot be asked: there
 * it counts as their own. Where no files are (in the browser) nothing is.
 */
export async function isOwnFolder(
  path: string,
  host: HostProcess | undefined = hostProcess(),
): Promise<boolean> {
  const files = host?.getBuiltinModule?.('node:fs/promises');
  if (files === undefined) return false;
  const user = host?.getuid?.();
  if (user === undefined) return true;
  try {
    return (await files.lstat(path)).uid === user;
  } catch {
    // Gone, or not to be looked at: not ours.
    return false;
  }
}
