import * as vscode from 'vscode';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { editOpenNote } from '../services/editOpenNote';
import { fixAll } from './fixAll';

/** How long the status bar says that there is nothing to fix, in milliseconds. */
const sayingTime = 4000;

/** Applies every fix with one right answer to the active note. */
export async function fixAllProblems(activeNote: ActiveNote): Promise<void> {
  const open = activeNote.current?.open;
  if (open === undefined) return;
  const fixed = fixAll(open);
  if (fixed.edits.length === 0) {
    vscode.window.setStatusBarMessage(render(message('fix.nothing')), sayingTime);
    return;
  }
  await editOpenNote(open, fixed);
}
