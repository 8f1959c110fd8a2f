import * as vscode from 'vscode';
import { type Message, message } from '../core/message';
import { decode } from '../core/text/decode';
import { indexLines } from '../core/text/lineIndex';
import type { TextEdit } from '../core/text/textEdit';
import { hasMixedLineEnds } from '../core/text/textLines';
import { render } from '../l10n/catalogue';
import { isNotFound } from './roots';
import { toTextEdits } from './vscodeTypes';

/** Whether something was written, or why not. */
export type Writing = { readonly kind: 'written' } | { readonly kind: 'refused'; readonly reason: Message };

/** What is to be done to the current text of a note. */
export type EditOfText = (
  text: string,
) =>
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'refused'; readonly reason: Message };

/** A note and what is to be done to it. */
export interface NoteToWrite {
  readonly uri: vscode.Uri;
  readonly editOf: EditOfText;
}

/**
 * Changes a note through its document: undoable, line ends and byte order mark kept. `editOf` is given the text as it
 * is right before. A document that was clean is saved afterwards, one with unsaved changes stays unsaved. A file that
 * the editor would not write back as it was is left alone.
 */
export function writeNote(uri: vscode.Uri, editOf: EditOfText): Promise<Writing> {
  return writeEach([{ uri, editOf }]);
}

/** Changes several notes in the same way, in one step that is undone as one: all of them, or none where one refuses. */
export async function writeEach(notes: readonly NoteToWrite[]): Promise<Writing> {
  const opened: (NoteToWrite & { readonly document: vscode.TextDocument })[] = [];
  for (const note of notes) {
    const fault = await editingFault(note.uri);
    if (fault !== undefined) return { kind: 'refused', reason: fault };
    opened.push({ ...note, document: await vscode.workspace.openTextDocument(note.uri) });
  }
  // From here on nothing is waited for until the edits are on their way: they are made for just these texts.
  const edited: NoteEdits[] = [];
  for (const { document, editOf } of opened) {
    const wanted = editOf(document.getText());
    if (wanted.kind === 'refused') return opened.length === 1 ? wanted : refusedIn(document, wanted.reason);
    if (wanted.edits.length > 0) edited.push({ document, edits: wanted.edits });
  }
  return edited.length === 0 ? { kind: 'written' } : writeNotes(edited);
}

/** What is to be done to several notes at once, each with edits of its text as it is right now. */
export interface NoteEdits {
  readonly document: vscode.TextDocument;
  readonly edits: readonly TextEdit[];
}

/**
 * Changes several notes in one step that is undone as one. What was clean is saved afterwards, as in
 * {@link writeNote}; whether each may be written (see {@link editingFault}) is for the caller to ask before it
 * reads their texts.
 */
export async function writeNotes(notes: readonly NoteEdits[]): Promise<Writing> {
  const clean = notes.filter(({ document }) => !document.isDirty);
  const edit = new vscode.WorkspaceEdit();
  for (const { document, edits } of notes) {
    edit.set(document.uri, toTextEdits(edits, indexLines(document.getText())));
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    return { kind: 'refused', reason: message('write.changed-meanwhile') };
  }
  const savings = await Promise.all(clean.map(({ document }) => save(document)));
  return savings.find(({ kind }) => kind === 'refused') ?? { kind: 'written' };
}

async function save(document: vscode.TextDocument): Promise<Writing> {
  if (document.isUntitled || (await document.save())) return { kind: 'written' };
  const file = vscode.workspace.asRelativePath(document.uri);
  return { kind: 'refused', reason: message('write.not-saved', { file }) };
}

function refusedIn({ uri }: vscode.TextDocument, reason: Message): Writing {
  const args = { file: vscode.workspace.asRelativePath(uri), reason: render(reason) };
  return { kind: 'refused', reason: message('case.in-file', args) };
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
