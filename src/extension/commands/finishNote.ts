import * as vscode from 'vscode';
import { message } from '../../core/message';
import { finishNote } from '../../core/note/finishNote';
import { render } from '../../l10n/catalogue';
import type { ActiveNote } from '../activeNote';
import { toTextEdits } from '../convert';
import { surroundingsOf } from '../noteProblems';
import { parserOf } from './goalStatus';

/** Takes the draft mark from the active note, after showing the gaps that remain in it if there are any. */
export async function finishNoteCommand(activeNote: ActiveNote): Promise<void> {
  const open = activeNote.current?.open;
  if (open === undefined) return;
  const { document, root, path, note } = open;
  const { edits, remaining } = finishNote(
    document.getText(),
    parserOf(root, path),
    root.config,
    surroundingsOf(root),
  );
  if (remaining.length > 0) {
    const finish = render(message('finish.anyway'));
    const detail = remaining.map(problem => `• ${render(problem.message)}`).join('\n');
    const question = render(message('finish.gaps', { count: remaining.length }));
    const answer = await vscode.window.showInformationMessage(question, { modal: true, detail }, finish);
    if (answer !== finish) return;
  }
  if (edits.length === 0 || document.version !== open.version) return;
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, toTextEdits(edits, note.outline.lines));
  await vscode.workspace.applyEdit(edit);
}
