import * as vscode from 'vscode';
import { safeFixes } from '../../core/validate/safeFixes';
import type { ActiveNote } from '../activeNote';
import { toTextEdits } from '../convert';
import { problemsOf } from '../noteProblems';

/** One fix can bring another problem to light; so many times that is followed. */
const mostPasses = 20;

/** Applies every fix with one right answer to the active note. */
export async function fixAllProblems(activeNote: ActiveNote): Promise<void> {
  for (let pass = 0; pass < mostPasses; pass++) {
    const open = activeNote.current?.open;
    if (open === undefined) return;
    const edits = safeFixes(problemsOf(open.note, open.root));
    if (edits.length === 0) return;
    const edit = new vscode.WorkspaceEdit();
    edit.set(open.document.uri, toTextEdits(edits, open.note.outline.lines));
    if (!(await vscode.workspace.applyEdit(edit))) return;
  }
}
