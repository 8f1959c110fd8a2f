import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileGlob, type PathTest } from '../core/config/glob';
import { isAlwaysSkipped } from '../core/config/notePaths';
import { compareCodePoints } from '../core/text/codePointOrder';

const SPECIAL = /[*?[{]/;

/**
 * The files and folders that `path` names, relative to `directory`: itself, or, where there is no such file and it is
 * a glob that the shell left as it is (quoted, or on Windows), what fits it. Dot folders and `node_modules` are passed
 * over, symbolic links not followed.
 */
export function pathsNamed(directory: string, path: string): readonly string[] {
  if (!SPECIAL.test(path) || existsSync(resolve(directory, path))) return [path];
  const segments = path.split('/');
  const fixed = segments.findIndex(segment => SPECIAL.test(segment));
  const test = compileGlob(segments.slice(fixed).join('/'));
  if (test === undefined) return [path];
  const base = segments.slice(0, fixed).join('/') || (path.startsWith('/') ? '/' : '.');
  const found = [...fitting(resolve(directory, base), '', test)];
  return found.length === 0 ? [path] : found.map(each => join(base, each));
}

/** What fits below `folder`, in the order of paths; of what lies in a folder that fits, nothing more. */
function* fitting(folder: string, within: string, test: PathTest): Iterable<string> {
  for (const entry of entriesOf(folder)) {
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    if (isAlwaysSkipped(path)) continue;
    if (test(path)) yield path;
    else if (entry.isDirectory()) yield* fitting(join(folder, entry.name), path, test);
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => compareCodePoints(a.name, b.name));
  } catch {
    // Not a folder, or not to be looked at: nothing in it fits.
    return [];
  }
}
