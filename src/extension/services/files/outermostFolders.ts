import type { Uri } from 'vscode';

/** Those of `uris` that lie in no other of them, each once. */
export function outermostFolders<Place extends Pick<Uri, 'scheme' | 'authority' | 'path'>>(
  uris: readonly Place[],
): readonly Place[] {
  const folders = uris.map(uri => ({ uri, folder: `${uri.scheme}://${uri.authority}${uri.path}/` }));
  // What lies in a folder comes right behind it.
  folders.sort((a, b) => (a.folder < b.folder ? -1 : 1));
  const found: Place[] = [];
  let above: string | undefined;
  for (const { uri, folder } of folders) {
    if (above !== undefined && folder.startsWith(above)) continue;
    found.push(uri);
    above = folder;
  }
  return found;
}
