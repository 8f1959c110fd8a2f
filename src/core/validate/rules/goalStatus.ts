import { type MessageKey, message } from '../../message';
import { type GoalMention, type GoalStatus, goalStatuses } from '../../note/goalMention';
import { markerOfStatus, statusOfMarker } from '../../note/markers';
import type { Fix } from '../problem';
import { partOf, type Rule } from '../rule';

/** A goal or action whose marker means nothing. */
export const goalStatus: Rule = {
  id: 'goal-status',
  isShared: true,
  check({ note }) {
    return note.goals
      .filter(({ marker }) => statusOfMarker(marker) === undefined)
      .map(goal => ({
        message: message('problem.goal-status'),
        range: goal.markerRange,
        ...partOf(goal),
        fixes: fixesOf(goal),
      }));
  },
};

const markings: Readonly<Record<GoalStatus, MessageKey>> = {
  open: 'fix.mark-open',
  'in-progress': 'fix.mark-in-progress',
  achieved: 'fix.mark-achieved',
  dropped: 'fix.mark-dropped',
  'on-hold': 'fix.mark-on-hold',
  'carried-over': 'fix.mark-carried-over',
};

/** What is seldom meant is offered last. */
const seldom: readonly GoalStatus[] = ['on-hold', 'carried-over'];
const offered = [...goalStatuses.filter(status => !seldom.includes(status)), ...seldom];

/** Signs that say the same as a marker, only not in its character. */
const lookalikes: ReadonlyMap<string, GoalStatus> = new Map([
  ...['✓', '✔', '√', '☑', '✅'].map(sign => [sign, 'achieved'] as const),
  ...['–', '—', '−', '‐', '‑'].map(sign => [sign, 'dropped'] as const),
  ...['→', '➔', '➜', '›', '»'].map(sign => [sign, 'carried-over'] as const),
]);

function fixesOf({ marker, markerRange }: GoalMention): readonly Fix[] {
  const meant = lookalikes.get(marker);
  const fix = (status: GoalStatus, safety: Fix['safety']): Fix => ({
    title: message(markings[status]),
    safety,
    edits: [{ range: markerRange, newText: markerOfStatus(status) }],
  });
  return meant === undefined ? offered.map(status => fix(status, 'suggestion')) : [fix(meant, 'safe')];
}
