import * as vscode from 'vscode';
import type { Note } from '../../core/note/note';
import { isDirectory } from './files/practiceFolders';
import { findMarkdown, isMarkdown, readNoteFile } from './noteFiles';
import type { OpenNotes } from './openNotes';
import type { Root, Roots } from './roots';

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
  const found = await Promise.all(
    [...new Map(files.map(uri => [uri.toString(), uri])).values()].map(async uri => {
      const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri.toString());
      const open = document === undefined ? undefined : openNotes.noteOf(document);
      const root = roots.rootOf(uri);
      if (open !== undefined) return [{ uri, root, note: open.note }];
      const reading = await readNoteFile(uri, root);
      return reading.kind === 'note' ? [{ uri, root, note: reading.note }] : [];
    }),
  );
  return found.flat();
}
