import { FreeNumbers } from '../text/freeNumbers';

/** What the key of a goal is made of. */
interface GoalIdentity {
  readonly id: string | undefined;
  readonly protocol: string;
  readonly stage: string | undefined;
  readonly protocolGoal: string | undefined;
  readonly comparableText: string;
}

/**
 * The key of a goal in its case: its `^id`, else the protocol's goal that it is, else its stage, if it has one, and a
 * digest of its text. The text itself is no part of it: keys are shown and kept where note text must not be.
 */
export function goalKey(goal: GoalIdentity): string {
  if (goal.id !== undefined) return `^${goal.id}`;
  // No id of a stage begins with a tilde, or holds a slash.
  if (goal.stage === undefined) return `${goal.protocol}/~${digest(goal.comparableText)}`;
  if (goal.protocolGoal !== undefined) return protocolGoalKey(goal.protocol, goal.stage, goal.protocolGoal);
  return `${goal.protocol}/${goal.stage}/~${digest(goal.comparableText)}`;
}

/** The key of a process goal without `^id`. */
export function protocolGoalKey(protocol: string, stage: string, goal: string): string {
  return `${protocol}/${stage}/${goal}`;
}

/** The key of a stage of a protocol among those of all protocols; empty for no stage, which is the same for all. */
export function stageKey(protocol: string, stage: string | undefined): string {
  return stage === undefined ? '' : `${protocol}/${stage}`;
}

/** Makes the keys of one case unique: `key`, `key~2`, … A goal and an action may carry the same `^id`. */
export function uniqueKeys(keys: readonly string[]): readonly string[] {
  // Most are: a goal has one id.
  if (new Set(keys).size === keys.length) return keys;
  const used = new Set<string>();
  const numbers = new FreeNumbers();
  return keys.map(key => {
    const unique = numbers.next(
      key,
      each => used.has(each),
      (_, number) => `${key}~${number}`,
    );
    used.add(unique);
    return unique;
  });
}

/** FNV-1a (Fowler, Noll and Vo) with 32 bits, over UTF-16 code units; 8 hex digits. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
