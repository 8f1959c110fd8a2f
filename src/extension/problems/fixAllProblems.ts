import { message } from '../../core/message';
import type { ActiveNote } from '../services/activeNote';
import { sayShortly } from '../services/dialogs';
import { editOpenNote } from '../services/editOpenNote';
import { fixAll } from './fixAll';

/** Applies every fix with one right answer to the active note. */
export async function fixAllProblems(activeNote: ActiveNote): Promise<void> {
  const open = activeNote.current?.open;
  if (open === undefined) return;
  const fixed = fixAll(open);
  if (fixed.edits.length === 0) {
    sayShortly(message('fix.nothing'));
    return;
  }
  await editOpenNote(open, fixed);
}
