import * as vscode from 'vscode';
import type { ActiveNote } from '../services/activeNote';
import { insertFromChecklist } from '../writing/insertHeadings';
import type { ChecklistRow } from './checklistRow';

/** Goes to the stage or section of a row of *This Note*, or inserts it where the note does not have it. */
export async function goToStage(row: ChecklistRow, activeNote: ActiveNote): Promise<void> {
  const { offset } = row.entry;
  if (offset === undefined) {
    await insertFromChecklist(row, activeNote);
    return;
  }
  const position = row.open.document.positionAt(offset);
  await vscode.window.showTextDocument(row.open.document, {
    selection: new vscode.Range(position, position),
  });
}
