import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { freePath, pathKey } from '../core/config/noteFileName';
import { codeOf } from './fileFault';

/**
 * Writes a new file at `path`, relative to `folder` and with `/`, making the folders that are missing; where the name
 * is taken (in upper or lower case) it takes the first number that is free. Gives the absolute path. Nothing that
 * exists is ever overwritten. Throws what the file system says when it refuses.
 */
export function createFile(folder: string, path: string, text: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  const came = new Set<string>();
  for (;;) {
    const free = freePath(path, each => came.has(each) || isTaken(folder, each));
    try {
      writeFileSync(join(folder, free), text, { flag: 'wx' });
      return join(folder, free);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      // Somebody else was faster.
      came.add(free);
    }
  }
}

function isTaken(folder: string, path: string): boolean {
  const file = join(folder, path);
  const name = pathKey(path.slice(path.lastIndexOf('/') + 1));
  return readdirSync(dirname(file)).some(each => pathKey(each) === name);
}
