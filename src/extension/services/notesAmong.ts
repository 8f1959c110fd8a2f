import type * as vscode from 'vscode';
import type { Note } from '../../core/note/note';
import { isDirectory } from './files/practiceFolders';
import { findMarkdown, isMarkdown, readNoteFile } from './noteFiles';
import type { OpenNotes } from './openNotes';
import type { Root, Roots } from './roots';
import { forEachYielding } from './tools/yielding';

/** A note and where it is. */
interface FoundNote {
  readonly uri: vscode.Uri;
  readonly root: Root;
  readonly note: Note;
}

/** The notes among files and in folders, else of the workspace; what is being edited counts before the file. */
export async function notesAmong(
  uris: readonly vscode.Uri[] | undefined,
  roots: Roots,
  openNotes: OpenNotes,
): Promise<readonly FoundNote[]> {
  const rootOf = (uri: vscode.Uri) => roots.rootOf(uri);
  const files: vscode.Uri[] = [];
  for (const uri of uris ?? [undefined]) {
    if (uri === undefined || (await isDirectory(uri)))
      for (const found of await findMarkdown(uri, rootOf)) files.push(found);
    else if (isMarkdown(uri)) files.push(uri);
  }
  // In the order of the files, whichever is read first.
  const notes = new Map<string, FoundNote | undefined>(files.map(uri => [uri.toString(), undefined]));
  const open = new Map(openNotes.all().map(each => [each.document.uri.toString(), each.note]));
  await forEachYielding([...new Map(files.map(uri => [uri.toString(), uri]))], async ([key, uri]) => {
    const root = roots.rootOf(uri);
    const note = open.get(key) ?? (await noteOnDisk(uri, root));
    if (note !== undefined) notes.set(key, { uri, root, note });
  });
  return [...notes.values()].filter(found => found !== undefined);
}

async function noteOnDisk(uri: vscode.Uri, root: Root): Promise<Note | undefined> {
  const reading = await readNoteFile(uri, root);
  return reading.kind === 'note' ? reading.note : undefined;
}
