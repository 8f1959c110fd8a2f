import { caseReadings } from '../../case/caseNote';
import { message } from '../../message';
import { closingPlace, isAskedForStages } from '../caseNotes';
import type { CaseContext, CaseRule } from '../caseRule';

/** Ways to close a case that leave no time for what was not recorded yet. */
const brokenOff: ReadonlySet<string | undefined> = new Set(['referred', 'transferred', 'dropped-out']);

/**
 * A required stage that no note of a case recorded by the time it closed. Of a case that was taken over, its first
 * note being of a later session than the first, what came before is not here to be looked at. Treatment plans and
 * discharge summaries are no sessions that stages could have been recorded in.
 */
export const stageNeverRecorded: CaseRule = {
  id: 'stage-never-recorded',
  check({ ofCase, record, newest, protocols }) {
    if (!ofCase.closed || brokenOff.has(newest.closed) || wasTakenOver(record)) return [];
    // A case that went over to another protocol has recorded what both of them name.
    const recorded = new Set([...ofCase.recordedStages.values()].flatMap(stages => [...stages]));
    const asked = new Set(
      record
        .filter(note => isAskedForStages(note) && note.protocolKind === 'session')
        .flatMap(caseReadings)
        .map(({ protocol }) => protocol),
    );
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

function wasTakenOver([first]: CaseContext['record']): boolean {
  return (first?.session ?? 0) > 1;
}
