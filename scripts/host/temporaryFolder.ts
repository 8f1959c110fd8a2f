import { rmSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanUpOnExit } from './childProcesses';

/** A private folder that is gone when the work is done. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** Creates an empty folder in the system's temporary folder; its path has no symbolic link in it. */
export async function makeTemporaryFolder(purpose: string): Promise<TemporaryFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), `session-notes-${purpose}-`)));
  const retry = { recursive: true, force: true, maxRetries: 5 } as const;
  const forget = cleanUpOnExit(() => rmSync(path, retry));
  return {
    path,
    async remove() {
      await rm(path, retry);
      forget();
    },
  };
}
