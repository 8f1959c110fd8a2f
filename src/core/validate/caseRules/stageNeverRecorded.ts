import { message } from '../../message';
import { unitWords } from '../../protocol/unit';
import { closedProtocols, closingPlace } from '../caseNotes';
import type { CaseRule } from '../caseRule';

/** A required stage that no note of a case recorded by the time it closed. */
export const stageNeverRecorded: CaseRule = {
  id: 'stage-never-recorded',
  check(context) {
    const { ofCase, newest } = context;
    // A case that went over to another protocol has recorded what both of them name.
    const recorded = new Set([...ofCase.recordedStages.values()].flatMap(stages => [...stages]));
    return closedProtocols(context).flatMap(({ id: protocol, stages, unit }) =>
      stages
        .filter(({ id, required }) => required && !recorded.has(id))
        .map(({ id, title }) => ({
          note: newest,
          message: message('problem.stage-never-recorded', { stage: title, ...unitWords({ unit }) }),
          range: closingPlace(newest),
          protocol,
          stage: id,
          gap: true,
        })),
    );
  },
};
