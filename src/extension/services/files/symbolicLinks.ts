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
  const folders = new Set(uris.flatMap(uri => pathsBetween(base, uri)));
  const links = new Set<string>();
  await forEachYielding([...folders], async path => {
    if (await isLink(path)) links.add(path);
  });
  if (links.size === 0) return uris;
  return uris.filter(uri => !pathsBetween(base, uri).some(path => links.has(path)));
}

/** The paths of the folders above `uri` and below `base`, upwards. */
function pathsBetween(base: Pick<Uri, 'path'>, uri: Pick<Uri, 'path'>): readonly string[] {
  const paths: string[] = [];
  const parent = (path: string): string => path.slice(0, path.lastIndexOf('/'));
  for (let path = parent(uri.path); path.length > base.path.length; path = parent(path)) paths.push(path);
  return paths;
}
