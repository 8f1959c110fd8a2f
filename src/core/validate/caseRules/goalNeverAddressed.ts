import { type CaseGoal, isOpen } from '../../case/case';
import { caseReadings } from '../../case/caseNote';
import { sessionKey } from '../../case/sessions';
import { type Message, message, quoting } from '../../message';
import { isAskedForStages, latestMention, stageProblemPlace } from '../caseNotes';
import type { CaseContext, CaseRule } from '../caseRule';
import type { RelatedPlace } from '../problem';

/** A goal that the very next session leaves out is `goal-forgotten`. */
const SESSIONS_SINCE = 2;

/** An open goal of the client's that no session has mentioned since it was set, with at least two sessions since. */
export const goalNeverAddressed: CaseRule = {
  id: 'goal-never-addressed',
  check(context) {
    const { newest } = context;
    if (context.ofCase.closed || !isAskedForStages(newest)) return [];
    const onlyIfConfigured = !isAskedFor(context);
    return context.ofCase.goals.filter(isNeverAddressed).flatMap(goal =>
      latestMention(goal).map(latest => ({
        note: newest,
        message: messageOf(goal, latest),
        range: stageProblemPlace(newest, goal.stage),
        gap: true,
        onlyIfConfigured,
        goal,
        related: [latest],
      })),
    );
  },
};

function isAskedFor({ record, protocols }: CaseContext): boolean {
  const ids = new Set(record.flatMap(caseReadings).map(({ protocol }) => protocol));
  return [...ids].some(id => protocols.get(id)?.protocol.rules.includes('goal-never-addressed'));
}

function isNeverAddressed({ status, protocolGoal, replacedBy, age, mentions }: CaseGoal): boolean {
  if (!isOpen(status) || protocolGoal !== undefined || replacedBy.length > 0) return false;
  return age >= SESSIONS_SINCE && new Set(mentions.map(({ note }) => sessionKey(note))).size === 1;
}

function messageOf({ id, age }: CaseGoal, { path, place }: RelatedPlace): Message {
  const args = { file: path, line: place.line + 1, sessions: age };
  if (id !== undefined) return quoting('problem.goal-never-addressed', { id }, args);
  return message('problem.goal-never-addressed.unquoted', args);
}
