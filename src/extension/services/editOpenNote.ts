import * as vscode from 'vscode';
import type { Change } from '../../core/change/change';
import { type Message, message } from '../../core/message';
import { notify } from './dialogs';
import { encodingFault } from './documentEncoding';
import { bytesFault } from './noteWriter';
import type { OpenNote } from './openNotes';
import { toTextEdits } from './tools/vscodeTypes';

/** What was found of a document's file, as it was when it was looked at. */
interface Judged {
  readonly mtime: number;
  readonly size: number;
  readonly fault: Message | undefined;
}

const judged = new WeakMap<vscode.TextDocument, Judged>();

/**
 * Makes a change of an open note, one that can be undone and is not saved. Nothing is done to a text that is no
 * longer the one that they were made for, nor to a file that the editor would not write back as it is; that is told.
 * Gives whether it was done.
 */
export async function editOpenNote(open: OpenNote, change: Change): Promise<boolean> {
  if (change.kind === 'refused') return refuse(change.reason);
  const { edits } = change;
  if (edits.length === 0) return false;
  const reason = await faultOf(open.document);
  if (reason !== undefined) return refuse(reason);
  if (open.document.version !== open.version) return refuse(message('write.changed-meanwhile'));
  const edit = new vscode.WorkspaceEdit();
  edit.set(open.document.uri, toTextEdits(edits, open.note.outline.lines));
  return (await vscode.workspace.applyEdit(edit)) || refuse(message('write.changed-meanwhile'));
}

/** Why the editor would not write the file of a document back as it is, if so; a file is read again once it changed. */
export async function faultOf(document: vscode.TextDocument): Promise<Message | undefined> {
  if (document.isUntitled) return undefined;
  return encodingFault(document) ?? (await faultOfBytes(document));
}

async function faultOfBytes(document: vscode.TextDocument): Promise<Message | undefined> {
  const stat = await statOf(document.uri);
  const known = judged.get(document);
  if (stat !== undefined && known?.mtime === stat.mtime && known.size === stat.size) return known.fault;
  const fault = await bytesFault(document.uri);
  if (stat !== undefined) judged.set(document, { mtime: stat.mtime, size: stat.size, fault });
  return fault;
}

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    // Reading it will tell why.
    return undefined;
  }
}

function refuse(reason: Message): false {
  void notify('info', reason);
  return false;
}
