import * as vscode from 'vscode';
import { type Change, type Refusal, refused } from '../../core/change/change';
import { type Message, message } from '../../core/message';
import type { Note } from '../../core/note/note';
import { readNote } from '../../core/practice/practice';
import { decode } from '../../core/text/decode';
import { indexLines } from '../../core/text/lineIndex';
import type { TextEdit } from '../../core/text/textEdit';
import { hasMixedLineEnds } from '../../core/text/textLines';
import { render } from '../../l10n/catalogue';
import { isNotFound, pathIn, type Root } from './roots';
import { toTextEdits } from './tools/vscodeTypes';

/** Whether something was written, or why not. */
type Writing = { readonly kind: 'written' } | Refusal;

/** A file and what is to be done to its current text. */
export interface FileToWrite {
  readonly uri: vscode.Uri;
  readonly changeOf: (text: string) => Change;
}

/** The note at `uri` and what is to be done to it as it then is. */
export function noteToWrite(root: Root, uri: vscode.Uri, changeOf: (note: Note) => Change): FileToWrite {
  return { uri, changeOf: text => changeOf(readNote(root, pathIn(root, uri), text)) };
}

/**
 * Changes a file through its document: undoable, line ends and byte order mark kept. What is to be done is asked with
 * the text as it is right before. A document that was clean is saved afterwards, one with unsaved changes stays
 * unsaved. A file that the editor would not write back as it was is left alone.
 */
export function writeFile(file: FileToWrite): Promise<Writing> {
  return writeFiles([file]);
}

/** Changes several files in the same way, in one step that is undone as one: all of them, or none where one refuses. */
export async function writeFiles(files: readonly FileToWrite[]): Promise<Writing> {
  const opened: (FileToWrite & { readonly document: vscode.TextDocument })[] = [];
  for (const file of files) {
    const fault = await editingFault(file.uri);
    if (fault !== undefined) return refused(fault);
    opened.push({ ...file, document: await vscode.workspace.openTextDocument(file.uri) });
  }
  // From here on nothing is waited for until the edits are on their way: they are made for just these texts.
  const edited: DocumentEdits[] = [];
  for (const { document, changeOf } of opened) {
    const wanted = changeOf(document.getText());
    if (wanted.kind === 'refused') return opened.length === 1 ? wanted : refusedIn(document, wanted.reason);
    if (wanted.edits.length > 0) edited.push({ document, edits: wanted.edits });
  }
  return edited.length === 0 ? { kind: 'written' } : writeEdits(edited);
}

/** A document and edits of its text as it is right now. */
interface DocumentEdits {
  readonly document: vscode.TextDocument;
  readonly edits: readonly TextEdit[];
}

/**
 * Changes several documents in one step that is undone as one. What was clean is saved afterwards, as in
 * {@link writeFile}; whether each may be written (see {@link editingFault}) is for the caller to ask before it
 * reads their texts.
 */
export async function writeEdits(documents: readonly DocumentEdits[]): Promise<Writing> {
  const clean = documents.filter(({ document }) => !document.isDirty);
  const edit = new vscode.WorkspaceEdit();
  for (const { document, edits } of documents) {
    edit.set(document.uri, toTextEdits(edits, indexLines(document.getText())));
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    return refused(message('write.changed-meanwhile'));
  }
  const savings = await Promise.all(clean.map(({ document }) => save(document)));
  return savings.find(({ kind }) => kind === 'refused') ?? { kind: 'written' };
}

async function save(document: vscode.TextDocument): Promise<Writing> {
  if (document.isUntitled || (await document.save())) return { kind: 'written' };
  const file = vscode.workspace.asRelativePath(document.uri);
  return refused(message('write.not-saved', { file }));
}

function refusedIn({ uri }: vscode.TextDocument, reason: Message): Writing {
  const args = { file: vscode.workspace.asRelativePath(uri), reason: render(reason) };
  return refused(message('case.in-file', args));
}

/** Why the editor would not write the file at `uri` back as it is, if it would not. */
export async function editingFault(uri: vscode.Uri): Promise<Message | undefined> {
  if (uri.scheme === 'untitled') return undefined;
  const name = vscode.workspace.asRelativePath(uri);
  try {
    const decoded = decode(await vscode.workspace.fs.readFile(uri));
    if (decoded.kind === 'fault') return message('write.undecodable', { file: name });
    return hasMixedLineEnds(decoded.text) ? message('write.mixed-line-ends', { file: name }) : undefined;
  } catch (error) {
    return isNotFound(error) ? message('file.vanished') : message('file.cannot-read');
  }
}
