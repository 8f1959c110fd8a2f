import type { CaseGoal } from '../../core/case/case';
import { type NewNoteRequest, newNote } from '../../core/change/newNote';
import { message } from '../../core/message';
import { pickMany } from '../services/dialogs';
import { unlessHidden } from '../services/hiddenWords';

/** So many goals and actions are carried into a new note without a question. */
const UNASKED = 5;

/**
 * Which open goals and actions are carried into a new note: all of them, or those that are ticked where there are many.
 * Undefined where the list is left.
 */
export async function pickCarried(
  request: NewNoteRequest,
): Promise<NonNullable<NewNoteRequest['carries']> | undefined> {
  const { carried } = newNote(request);
  if (carried.length <= UNASKED) return () => true;
  const rows = carried.map(goal => ({ label: labelOf(goal), picked: true, goal }));
  const picked = await pickMany(rows, {
    title: message('new-note.carried-title', { count: carried.length }),
    placeHolder: message('new-note.carried-hint'),
  });
  if (picked === undefined) return undefined;
  const ticked = new Set(picked.map(({ goal }) => goal));
  return goal => ticked.has(goal);
}

function labelOf({ text }: CaseGoal): string {
  return unlessHidden(text, message('hidden.words'));
}
