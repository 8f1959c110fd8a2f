import type { Uri } from 'vscode';
import { forEachYielding } from '../tools/yielding';

/**
 * Those of `uris`, which lie below `base`, that no symbolic link to a folder leads to. Each folder between is asked
 * once, by its path, however many files it has.
 */
export async function withoutLinked<Place extends Pick<Uri, 'path'>>(
  base: Pick<Uri, 'path'>,
  uris: readonly Place[],
  isLink: (path: string) => Promise<boolean>,
): Promise<readonly Place[]> {
  // Most files share their folder with others.
  const parents = new Set(uris.map(({ path }) => parentOf(path)));
  const folders = new Set([...parents].flatMap(path => pathsFrom(path, base)));
  const links = new Set<string>();
  await forEachYielding([...folders], async path => {
    if (await isLink(path)) links.add(path);
  });
  if (links.size === 0) return uris;
  return uris.filter(uri => !pathsFrom(parentOf(uri.path), base).some(path => links.has(path)));
}

/** The paths of the folder at `folder` and of those above it that are below `base`, upwards. */
function pathsFrom(folder: string, base: Pick<Uri, 'path'>): readonly string[] {
  const paths: string[] = [];
  for (let path = folder; path.length > base.path.length; path = parentOf(path)) paths.push(path);
  return paths;
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
