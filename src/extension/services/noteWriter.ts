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
import { notify } from './dialogs';
import { encodingFault } from './documentEncoding';
import { nameShown } from './hiddenWords';
import { isNotFound, pathIn, type Root } from './roots';
import { isReworkedOnSave } from './settings';
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
 * unsaved; see {@link writeEdits} for what the editor would rework. A file that the editor would not write back as it
 * was is left alone.
 */
export function writeFile(file: FileToWrite): Promise<Writing> {
  return writeFiles([file]);
}

/**
 * Changes several files in the same way, in one step that is undone as one: all of them, or none where one refuses, or
 * where right before that `isStillSo` says no.
 */
export async function writeFiles(
  files: readonly FileToWrite[],
  isStillSo: () => boolean = () => true,
): Promise<Writing> {
  const opened: (FileToWrite & Pick<DocumentEdits, 'document'>)[] = [];
  for (const file of files) {
    const document = await documentToEdit(file.uri);
    if ('reason' in document) return document;
    opened.push({ ...file, document });
  }
  // From here on nothing is waited for until the edits are on their way: they are made for just these texts.
  if (!isStillSo()) return refused(message('write.changed-meanwhile'));
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
 * Changes several documents in one step that is undone as one. What was clean is saved afterwards, unless saving would
 * change more than was asked for: VS Code may format what it saves. Then several notes, and one that no editor shows,
 * stay unsaved, and saving them is offered. Whether each may be written (see {@link documentToEdit}) is for the caller
 * to ask before it reads their texts.
 */
export async function writeEdits(changes: readonly DocumentEdits[]): Promise<Writing> {
  const clean = changes.map(({ document }) => document).filter(({ isDirty }) => !isDirty);
  const edit = new vscode.WorkspaceEdit();
  for (const { document, edits } of changes) {
    edit.set(document.uri, toTextEdits(edits, indexLines(document.getText())));
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    return refused(message('write.changed-meanwhile'));
  }
  const waiting = clean.filter(each => isReworkedOnSave(each) && (changes.length > 1 || !isShown(each)));
  if (waiting.length > 0) void offerSaving(waiting);
  return saveAll(clean.filter(document => !waiting.includes(document)));
}

/** Not waited for: the notes are changed, whenever they are saved. */
async function offerSaving(documents: readonly vscode.TextDocument[]): Promise<void> {
  const { length: count } = documents;
  const unsaved = count === 1 ? message('write.unsaved-1') : message('write.unsaved', { count });
  if (!(await notify('info', unsaved, message('write.save-all')))) return;
  const outcome = await saveAll(documents);
  if (outcome.kind === 'refused') void notify('error', outcome.reason);
}

async function saveAll(documents: readonly vscode.TextDocument[]): Promise<Writing> {
  const saved = await Promise.all(
    documents.map(async document => document.isUntitled || !document.isDirty || (await document.save())),
  );
  const failed = documents.filter((_, at) => saved[at] !== true);
  if (failed.length === 0) return { kind: 'written' };
  const names = failed.map(({ uri }) => fileLabel(uri));
  const [file = ''] = names;
  return refused(
    names.length === 1
      ? message('write.not-saved', { file })
      : message('write.several-not-saved', { files: names.join(', ') }),
  );
}

/** Whether an editor has the document in a tab. */
function isShown({ uri }: vscode.TextDocument): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
  return tabs.some(({ input }) => input instanceof vscode.TabInputText && `${input.uri}` === `${uri}`);
}

function refusedIn({ uri }: vscode.TextDocument, reason: Message): Writing {
  const args = { file: fileLabel(uri), reason: render(reason) };
  return refused(message('case.in-file', args));
}

/** The document of a file that may be edited, or why it may not. */
export async function documentToEdit(uri: vscode.Uri): Promise<vscode.TextDocument | Refusal> {
  const fault = await bytesFault(uri);
  if (fault !== undefined) return refused(fault);
  const document = await vscode.workspace.openTextDocument(uri);
  const encoding = encodingFault(document);
  return encoding === undefined ? document : refused(encoding);
}

/** Why the editor would not write the bytes of the file at `uri` back as they are, if it would not. */
export async function bytesFault(uri: vscode.Uri): Promise<Message | undefined> {
  if (uri.scheme === 'untitled') return undefined;
  const name = fileLabel(uri);
  try {
    const decoded = decode(await vscode.workspace.fs.readFile(uri));
    if (decoded.kind === 'fault') return message('write.undecodable', { file: name });
    return hasMixedLineEnds(decoded.text) ? message('write.mixed-line-ends', { file: name }) : undefined;
  } catch (error) {
    return isNotFound(error) ? message('file.vanished') : message('file.cannot-read');
  }
}

function fileLabel(uri: vscode.Uri): string {
  return nameShown(vscode.workspace.asRelativePath(uri), 'file');
}
