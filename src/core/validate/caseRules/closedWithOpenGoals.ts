import { type CaseGoal, isOpen } from '../../case/case';
import type { CaseNote } from '../../case/caseNote';
import { message } from '../../message';
import { closingPlace, latestMention } from '../caseNotes';
import type { CaseRule } from '../caseRule';

/** A discharge summary tells what became of the goals that it mentions, reached or not. */
function isAccountedFor({ mentions }: CaseGoal, newest: CaseNote): boolean {
  return newest.protocolKind === 'discharge-summary' && mentions.some(({ note }) => note === newest);
}

/** A case that closes while goals or actions of it are open. */
export const closedWithOpenGoals: CaseRule = {
  id: 'closed-with-open-goals',
  check({ ofCase, newest }) {
    if (!ofCase.closed) return [];
    const open = ofCase.goals.filter(goal => isOpen(goal.status) && !isAccountedFor(goal, newest));
    if (open.length === 0) return [];
    return [
      {
        note: newest,
        message:
          open.length === 1
            ? message('problem.closed-with-open-goals.one')
            : message('problem.closed-with-open-goals', { goals: open.length }),
        range: closingPlace(newest),
        gap: true,
        related: open.flatMap(latestMention),
      },
    ];
  },
};
