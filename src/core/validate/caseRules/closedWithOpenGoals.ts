import { isOpen } from '../../case/case';
import { message } from '../../message';
import { closingPlace } from '../caseNotes';
import type { CaseRule } from '../caseRule';
import { latestMention } from '../goalPlaces';

/** A case that closes while goals or actions of it are open. */
export const closedWithOpenGoals: CaseRule = {
  id: 'closed-with-open-goals',
  check({ ofCase, newest }) {
    if (!ofCase.closed) return [];
    const open = ofCase.goals.filter(({ status }) => isOpen(status));
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
