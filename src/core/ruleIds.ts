/** How much a problem matters. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Every rule with the severity it has, where it is on, unless the configuration says otherwise. */
export const defaultSeverities = {
  'missing-stage': 'error',
  'empty-stage': 'error',
  'missing-section': 'warning',
  'empty-section': 'warning',
  'too-short': 'warning',
  'similar-heading': 'warning',
  'stage-order': 'info',
  'duplicate-stage': 'warning',
  'undeclared-stage': 'info',
  'missing-field': 'warning',
  'invalid-field': 'warning',
  'invalid-score': 'error',
  'unknown-stage': 'warning',
  'unknown-protocol': 'error',
  'front-matter': 'error',
  'client-name': 'hint',
  'client-class': 'hint',
  'invalid-choice': 'warning',
  'goal-status': 'warning',
  'goal-duplicate': 'warning',
  'goal-field': 'warning',
  'goal-untracked': 'hint',
  'goal-id-reused': 'warning',
  'goal-forgotten': 'info',
  'similar-goal': 'hint',
  'note-without-goal': 'info',
  'goal-never-addressed': 'info',
  'session-sequence': 'info',
  'stage-never-recorded': 'info',
  'process-left-out': 'info',
  'closed-with-open-goals': 'info',
  'sync-copy': 'info',
  'unknown-speaker': 'warning',
  'unknown-code': 'warning',
  'unclosed-span': 'warning',
  'timestamp-order': 'warning',
  'words-changed': 'warning',
  'conflict-markers': 'error',
  protocol: 'error',
  configuration: 'error',
  'unreadable-file': 'error',
} as const satisfies Readonly<Record<string, Severity>>;

/** The rules that are off, unless a protocol asks for them or the configuration sets their level. */
export const rulesOnRequest = ['note-without-goal', 'goal-never-addressed'] as const satisfies RuleId[];

export type RuleId = keyof typeof defaultSeverities;

/** All rule ids, in the order of the documentation. */
export const ruleIds = Object.keys(defaultSeverities).filter(isRuleId);

/** Whether `id` names a rule. */
export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(defaultSeverities, id);
}
