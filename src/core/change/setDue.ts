import type { CaseGoalStatus } from '../case/case';
import { message } from '../message';
import type { GoalMention } from '../note/goalMention';
import { markerOfStatus } from '../note/markers';
import type { Note } from '../note/note';
import { tasksOf } from '../note/readings';
import type { TextEdit } from '../text/textEdit';
import { type Change, editsOf, refused } from './change';
import { findMention, type KnownMention } from './changeStatus';
import { fieldEdit } from './goalSource';
import { markerEdit } from './taskEdits';

/**
 * Gives a goal of the note a due date (ISO); `status` is what the case knows of the goal. A mention that only said that
 * the goal stands as it stood says the status from then on. Refused where the mention is gone.
 */
export function setDue(note: Note, known: KnownMention, due: string, status: CaseGoalStatus): Change {
  const mention = findMention(tasksOf(note), known);
  if (mention === undefined) return refused(message('goal.change-refused.gone'));
  const edits = dueEdits(mention, due);
  if (edits.length === 0 || !mention.carried) return editsOf(edits);
  const marker = markerOfStatus(status === 'not-started' ? 'open' : status);
  return editsOf([markerEdit(mention, marker), ...edits]);
}

function dueEdits(mention: GoalMention, due: string): readonly TextEdit[] {
  const dates = mention.fields.filter(({ field }) => field === 'due');
  if (dates.length === 0) return [fieldEdit(mention, 'due', due)];
  return dates.flatMap(({ value, valueRange }) =>
    value === due ? [] : [{ range: valueRange, newText: due }],
  );
}
