import * as vscode from 'vscode';
import { message } from '../../core/message';
import { sayShortly } from '../services/dialogs';
import type { NoteIndex } from '../services/noteIndex';
import type { ClientElement, SessionRow, UnfinishedRow } from './clientElements';

/** Opens the note of a row beside the active editor. */
export async function openNoteToSide(row: ClientElement | undefined, index: NoteIndex): Promise<void> {
  const uri = isOfNote(row) ? index.uriOf(row.root, row.note.path) : undefined;
  if (uri === undefined) return;
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}

/** Copies the path of the note of a row, relative to its folder. */
export async function copyNotePath(row: ClientElement | undefined): Promise<void> {
  if (!isOfNote(row)) return;
  await vscode.env.clipboard.writeText(row.note.path);
  sayShortly(message('session.path-copied'));
}

function isOfNote(row: ClientElement | undefined): row is SessionRow | UnfinishedRow {
  return row?.kind === 'session' || row?.kind === 'unfinished';
}
