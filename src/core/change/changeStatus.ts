import { type CaseGoalStatus, hasEnded } from '../case/case';
import { message } from '../message';
import { comparableGoalText } from '../note/comparableGoalText';
import type { GoalMention, GoalStatus } from '../note/goalMention';
import { markerOfStatus, statusOfMarker } from '../note/markers';
import type { Note } from '../note/note';
import { tasksOf } from '../note/readings';
import { type Change, editsOf, refused } from './change';
import { markerEdit } from './taskEdits';

/** A mention as it was when the change was asked for; the note may have changed since. */
export type KnownMention = Pick<GoalMention, 'kind' | 'id' | 'text' | 'stage' | 'client' | 'marker'>;

/**
 * Gives a goal of the note the wanted status. The mention is found again by its `^id`, else by its text and stage (the
 * last one, which counts). Where it is gone, or no longer has the marker that it was known by, the change is refused:
 * it was asked for in view of something else.
 */
export function changeStatus(note: Note, known: KnownMention, wanted: GoalStatus): Change {
  const mention = findMention(tasksOf(note), known);
  if (mention !== undefined && statusOfMarker(mention.marker) === wanted) return editsOf([]);
  if (mention?.marker !== known.marker) return refused(message('goal.change-refused.gone'));
  return editsOf([markerEdit(mention, markerOfStatus(wanted))]);
}

/** The last mention with its `^id` or, it having none, its text; else one that gained or lost the `^id` since. */
export function findMention(goals: readonly GoalMention[], known: KnownMention): GoalMention | undefined {
  const alike = goals.filter(({ kind, client }) => kind === known.kind && client === known.client);
  const words = comparableGoalText(known.text);
  const withText = alike.filter(
    ({ stage, text }) => stage === known.stage && comparableGoalText(text) === words,
  );
  const candidates = known.id === undefined ? withText : alike;
  const same = candidates.filter(({ id }) => id === known.id).at(-1);
  if (same !== undefined) return same;
  const others = withText.filter(({ id }) => known.id === undefined || id === undefined);
  // A text with several ids is several goals, and it cannot be told which of them is meant.
  return new Set(others.map(({ id }) => id)).size === 1 ? others.at(-1) : undefined;
}

/** What a click on the checkbox of a goal makes of it: what is open is achieved, what has ended is open again. */
export function toggledStatus(status: CaseGoalStatus | undefined): GoalStatus {
  return status !== undefined && hasEnded(status) ? 'open' : 'achieved';
}
