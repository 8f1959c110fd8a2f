import type { Problem } from './problem';
import type { RuleId } from './ruleIds';

/** Orders the problems of one note by their place, then by rule. */
export function comparePlaces(a: Problem, b: Problem): number {
  return a.range.start - b.range.start || compareIds(a.rule, b.rule) || a.range.end - b.range.end;
}

function compareIds(a: RuleId, b: RuleId): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
