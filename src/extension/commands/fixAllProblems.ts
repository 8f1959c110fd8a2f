import type { ActiveNote } from '../activeNote';
import { editOpenNote } from '../editing/editOpenNote';
import { fixAllEdit } from '../editing/fixAllEdit';

/** Applies every fix with one right answer to the active note. */
export async function fixAllProblems(activeNote: ActiveNote): Promise<void> {
  const open = activeNote.current?.open;
  const fixed = open === undefined ? undefined : fixAllEdit(open);
  if (open === undefined || fixed === undefined) return;
  await editOpenNote(open, [fixed]);
}
