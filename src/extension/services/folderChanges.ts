import type * as vscode from 'vscode';
import { practicesBelow } from './files/practiceFolders';
import { isMarkdown } from './noteFiles';
import { contains, type Roots } from './roots';

/** Whether a practice's own folder came or went in a folder of which alone an event told. */
export async function movesRoot(
  roots: Roots,
  created: readonly vscode.Uri[],
  deleted: readonly vscode.Uri[],
): Promise<boolean> {
  const known = roots.all.flatMap(({ uri }) => uri ?? []);
  if (deleted.some(folder => known.some(root => contains(folder, root)))) return true;
  // One search at a time: a checkout may make very many folders.
  for (const folder of created) if ((await practicesBelow(folder)).length > 0) return true;
  return false;
}

/** The notes that a deletion of `uris`, folders among them, concerns; also those that are just being read. */
export function deletedNotes(
  uris: readonly vscode.Uri[],
  known: () => readonly vscode.Uri[],
): readonly vscode.Uri[] {
  const folders = uris.filter(uri => !isMarkdown(uri));
  const below = folders.length === 0 ? [] : known().filter(note => folders.some(uri => contains(uri, note)));
  return [...uris.filter(isMarkdown), ...below];
}
