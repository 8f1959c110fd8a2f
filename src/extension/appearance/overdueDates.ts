import type { Case } from '../../core/case/case';
import { goalEntries } from '../../core/case/openGoals';
import type { Note } from '../../core/note/note';
import type { TextRange } from '../../core/text/textRange';

/**
 * Where a note states the due dates of goals that are overdue. Of a goal that later notes mention, the date in an
 * earlier note is history and is left out, as are the goals of closed cases.
 *
 * @param path the note's, as its cases name it
 * @param cases those that the note belongs to
 * @param today an ISO date
 */
export function overdueDates(
  note: Note,
  path: string,
  cases: readonly Case[],
  today: string,
): readonly TextRange[] {
  const latest = goalEntries(cases, { overdueOnly: true }, today)
    .flatMap(({ goal }) => goal.mentions.at(-1) ?? [])
    .filter(mention => mention.note.path === path);
  const starts = new Set(latest.map(({ mention }) => mention.place.start));
  return note.goals
    .filter(goal => goal.due !== undefined && starts.has(goal.range.start))
    .flatMap(goal => goal.fields.filter(field => field.field === 'due').slice(-1))
    .map(field => field.valueRange);
}
