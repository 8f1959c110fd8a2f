import * as vscode from 'vscode';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import type { ActiveNote } from '../activeNote';
import { editOpenNote } from '../editing/editOpenNote';
import { fixAllEdits } from '../editing/fixAllEdits';

/** How long the status bar says that there is nothing to fix, in milliseconds. */
const sayingTime = 4000;

/** Applies every fix with one right answer to the active note. */
export async function fixAllProblems(activeNote: ActiveNote): Promise<void> {
  const open = activeNote.current?.open;
  if (open === undefined) return;
  const fixed = fixAllEdits(open);
  if (fixed.length === 0) {
    vscode.window.setStatusBarMessage(render(message('fix.nothing')), sayingTime);
    return;
  }
  await editOpenNote(open, fixed);
}
