import type { CaseGoal } from '../../core/case/case';
import type { NewNoteRequest } from '../../core/change/newNote';
import { message } from '../../core/message';
import { goalsToAskAbout } from '../../core/practice/newNoteChoices';
import { pickMany } from '../services/dialogs';
import { unlessHidden } from '../services/hiddenWords';

/**
 * Which open goals and actions are carried into a new note: all of them, or those that are ticked where there are many.
 * Undefined where the list is left.
 */
export async function pickCarried(
  request: NewNoteRequest,
): Promise<NonNullable<NewNoteRequest['carries']> | undefined> {
  const carried = goalsToAskAbout(request);
  if (carried.length === 0) return () => true;
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
