import * as vscode from 'vscode';
import { type Message, message } from '../core/message';
import { decode } from '../core/text/decode';
import { indexLines } from '../core/text/lineIndex';
import type { TextEdit } from '../core/text/textEdit';
import { toTextEdits } from './convert';
import { isNotFound } from './roots';

/** Whether something was written, or why not. */
export type Writing = { readonly kind: 'written' } | { readonly kind: 'refused'; readonly reason: Message };

/** What is to be done to the current text of a note. */
export type EditOfText = (
  text: string,
) =>
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'refused'; readonly reason: Message };

/**
 * Changes a note through its document: undoable, line ends and byte order mark kept. `editOf` is given the text as it
 * is right before. A document that was clean is saved afterwards, one with unsaved changes stays unsaved. A file that
 * the editor would not write back as it was is left alone.
 */
export async function writeNote(uri: vscode.Uri, editOf: EditOfText): Promise<Writing> {
  const fault = await editingFault(uri);
  if (fault !== undefined) return { kind: 'refused', reason: fault };
  const document = await vscode.workspace.openTextDocument(uri);
  const text = document.getText();
  const wanted = editOf(text);
  if (wanted.kind === 'refused') return wanted;
  const wasClean = !document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  edit.set(uri, toTextEdits(wanted.edits, indexLines(text)));
  const applied = document.getText() === text && (await vscode.workspace.applyEdit(edit));
  if (!applied) return { kind: 'refused', reason: message('write.changed-meanwhile') };
  return wasClean ? save(document) : { kind: 'written' };
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

/** Why the editor would not write the file at `uri` back as it is, if it would not. */
export async function editingFault(uri: vscode.Uri): Promise<Message | undefined> {
  if (uri.scheme === 'untitled') return undefined;
  const name = vscode.workspace.asRelativePath(uri);
  try {
    const decoded = decode(await vscode.workspace.fs.readFile(uri));
    if (decoded.kind === 'fault') return message('write.undecodable', { file: name });
    return mixesLineEnds(decoded.text) ? message('write.mixed-line-ends', { file: name }) : undefined;
  } catch (error) {
    return isNotFound(error) ? message('file.vanished') : message('file.cannot-read');
  }
}

function mixesLineEnds(text: string): boolean {
  return new Set(text.match(/\r\n|\r|\n/g)).size > 1;
}
