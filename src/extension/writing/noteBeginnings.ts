import * as vscode from 'vscode';
import type { Case } from '../../core/case/case';
import { noClient } from '../../core/case/clientKey';
import { newestNote } from '../../core/case/newestNote';
import { lastSessionNote } from '../../core/case/nextSession';
import { type Message, message } from '../../core/message';
import type { FrontMatterEntry } from '../../core/note/frontMatter';
import { rootName } from '../services/caseLabels';
import { type CaseRow, caseOfRow } from '../services/caseRow';
import { createNote, openUnsavedNote } from '../services/createNote';
import { pickOne } from '../services/dialogs';
import { readNoteFile } from '../services/noteFiles';
import type { NoteIndex } from '../services/noteIndex';
import type { Root, Roots } from '../services/roots';
import { type NoteClient, pickNoteClient } from './pickNoteClient';

/** Whose note is to be made, and where. */
export interface NoteOwner extends NoteClient {
  readonly root: Root;
  /** All cases there, which tell what is usual. */
  readonly others: readonly Case[];
}

/** The client of a row; where it tells none, the client that is picked, in the folder that is. */
export async function pickOwner(
  title: Message,
  row: CaseRow | undefined,
  roots: Roots,
  index: NoteIndex,
): Promise<NoteOwner | undefined> {
  // Before all notes are known, the number of the session and the open goals may be wrong.
  await index.whenRead();
  const ofRow = row && caseOfRow(row, index);
  const root = ofRow?.root ?? (await pickRoot(roots));
  if (root === undefined) return undefined;
  const others = index.cases().flatMap(found => (found.root.key === root.key ? [found.case] : []));
  if (ofRow !== undefined && ofRow.case.key !== noClient)
    return { client: ofRow.case.client, case: ofRow.case, root, others };
  const chosen = await pickNoteClient(title, others, index.clientsNotRead(root));
  if (chosen === undefined) return undefined;
  return { ...chosen, case: chosen.case ?? (await index.readCase(root, chosen.client)), root, others };
}

/** The root of the active note; else the only one there is, or one that is picked. */
async function pickRoot(roots: Roots): Promise<Root | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const ofActive =
    active === undefined ? undefined : roots.all.find(root => root.key === roots.rootOf(active).key);
  const [first, ...others] = roots.all;
  if (first === undefined) return roots.rootOf(vscode.Uri.from({ scheme: 'untitled', path: 'note.md' }));
  if (ofActive !== undefined || others.length === 0) return ofActive ?? first;
  const items = roots.all.map(root => ({
    label: rootName(root),
    description: root.uri === undefined ? '' : vscode.workspace.asRelativePath(root.uri, true),
    root,
  }));
  const picked = await pickOne(items, { placeHolder: message('new-note.folder') });
  return picked?.root;
}

/** The front matter of the last note of a case, as it is on disk. */
export async function lastFrontMatter(
  root: Root,
  ofCase: Case,
): Promise<readonly FrontMatterEntry[] | undefined> {
  const last = lastSessionNote(ofCase) ?? newestNote(ofCase);
  if (last === undefined || root.uri === undefined) return undefined;
  const reading = await readNoteFile(vscode.Uri.joinPath(root.uri, last.path), root);
  return reading.kind === 'note' ? reading.note.frontMatter.entries : undefined;
}

/** Makes the file of a note and shows it; without a folder an untitled note. `caret` is an offset into its text. */
export async function showNewNote(root: Root, path: string, text: string, caret: number): Promise<void> {
  const document =
    root.uri === undefined
      ? await openUnsavedNote(text)
      : await vscode.workspace.openTextDocument(await createNote(root.uri, path, text));
  const position = document.positionAt(caret);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}
