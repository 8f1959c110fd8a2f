import { type CaseGoal, isOpen } from '../../case/case';
import { type CaseNote, caseReadings, covers } from '../../case/caseNote';
import { sessionKey } from '../../case/sessions';
import { type Message, message, quoting } from '../../message';
import { isAskedForStages, latestMention, stageProblemPlace } from '../caseNotes';
import type { CaseContext, CaseRule } from '../caseRule';
import type { RelatedPlace } from '../problem';
import { partOf } from '../rule';

/**
 * An open goal of the session before that the newest note of the case does not mention, although it covers the
 * stage, if the goal has one. Goals that the protocol asks for anyway, and those that another goal has replaced, are not meant. In a
 * closed case, `closed-with-open-goals` speaks of what is open.
 */
export const goalForgotten: CaseRule = {
  id: 'goal-forgotten',
  check(context) {
    const { newest } = context;
    return forgottenGoals(context).flatMap(goal =>
      latestMention(goal).map(latest => ({
        note: newest,
        message: messageOf(goal, latest),
        range: stageProblemPlace(newest, goal.stage),
        ...partOf({ stage: goal.stage }),
        gap: true,
        goal,
        related: [latest],
      })),
    );
  },
};

function forgottenGoals({ ofCase, record, newest }: CaseContext): readonly CaseGoal[] {
  if (ofCase.closed || !isAskedForStages(newest)) return [];
  const current = sessionKey(newest);
  const before = record.findLast(note => isAskedForStages(note) && sessionKey(note) !== current);
  if (before === undefined) return [];
  const last = sessionKey(before);
  return ofCase.goals.filter(goal => {
    if (!isOpen(goal.status) || goal.protocolGoal !== undefined || goal.replacedBy.length > 0) return false;
    if (!(covers(newest, goal.protocol, goal.stage) ?? isTakenAlong(goal, newest))) return false;
    const sessions = new Set(goal.mentions.map(({ note }) => sessionKey(note)));
    return sessions.has(last) && !sessions.has(current);
  });
}

/** A case that goes over to another protocol takes along the goals that can be told to be the same there. */
function isTakenAlong({ id, stage }: CaseGoal, newest: CaseNote): boolean {
  if (id !== undefined || stage === undefined) return true;
  return caseReadings(newest).some(({ coveredStages }) => coveredStages.includes(stage));
}

function messageOf({ id }: CaseGoal, { path, place }: RelatedPlace): Message {
  const args = { file: path, line: place.line + 1 };
  if (id !== undefined) return quoting('problem.goal-forgotten', { id }, args);
  return message('problem.goal-forgotten.unquoted', args);
}
