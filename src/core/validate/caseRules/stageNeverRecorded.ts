import { message } from '../../message';
import { closingPlace, isAskedForStages } from '../caseNotes';
import type { CaseRule } from '../caseRule';

/** Ways to close a case that leave no time for what was not recorded yet. */
const brokenOff: ReadonlySet<string | undefined> = new Set(['referred', 'transferred', 'dropped-out']);

/** A required stage that no note of a case recorded by the time it closed. */
export const stageNeverRecorded: CaseRule = {
  id: 'stage-never-recorded',
  check({ ofCase, record, newest, protocols }) {
    if (!ofCase.closed || brokenOff.has(newest.closed)) return [];
    // A case that went over to another protocol has recorded what both of them name.
    const recorded = new Set([...ofCase.recordedStages.values()].flatMap(stages => [...stages]));
    const asked = new Set(record.filter(isAskedForStages).map(note => note.protocol));
    return [...asked].flatMap(protocol =>
      (protocols.get(protocol)?.protocol.stages ?? [])
        .filter(({ id, required }) => required && !recorded.has(id))
        .map(({ id, title }) => ({
          note: newest,
          message: message('problem.stage-never-recorded', { stage: title }),
          range: closingPlace(newest),
          protocol,
          stage: id,
          gap: true,
        })),
    );
  },
};
