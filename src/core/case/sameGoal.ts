import { comparableGoalText } from '../note/comparableGoalText';
import type { GoalMention } from '../note/goalMention';
import type { CaseGoal } from './case';

/**
 * Whether a goal of a case is the one that `mention` states: the same goal of the protocol, the same
 * `^id`, or, when one of the two has none, the same text in the same stage.
 */
export function isSameGoal(goal: CaseGoal, mention: GoalMention): boolean {
  if (goal.kind !== mention.kind) return false;
  if (mention.id !== undefined && idsOf(goal).has(mention.id)) return true;
  if (goal.stage !== mention.stage) return false;
  const isProtocolGoal = goal.protocolGoal !== undefined && goal.protocolGoal === mention.protocolGoal;
  if (isProtocolGoal && goal.protocol === mention.protocol) return true;
  if (goal.id !== undefined && mention.id !== undefined) return false;
  return textsOf(goal).has(comparableGoalText(mention.text));
}

/** Every `^id` that its mentions carry. */
export function idsOf(goal: CaseGoal): ReadonlySet<string> {
  return new Set(goal.mentions.flatMap(({ mention }) => mention.id ?? []));
}

function textsOf(goal: CaseGoal): ReadonlySet<string> {
  return new Set(goal.mentions.map(({ mention }) => mention.comparableText));
}
