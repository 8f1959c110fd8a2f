import type { GoalMention } from '../note/goalMention';

/**
 * The stage in which the words of a mention tell which goal it is; undefined for one that they join to the goal in
 * whichever stage that is: it stands in none, or looks back on what was agreed earlier.
 */
export function stageOfWords({
  stage,
  isReview,
}: Pick<GoalMention, 'stage' | 'isReview'>): string | undefined {
  return isReview ? undefined : stage;
}
