import type { CaseGoal } from '../case/case';
import { type CaseNote, caseReadings } from '../case/caseNote';
import { message } from '../message';
import type { Protocol } from '../protocol/schema';
import type { LinePlace } from '../text/linePlace';
import type { CaseContext } from './caseRule';
import type { RelatedPlace } from './problem';

/** Whether stages are asked of a note of the record: missed sessions and contacts are exempt. */
export function isAskedForStages({ attendance, contact }: CaseNote): boolean {
  return attendance === 'attended' && contact === undefined;
}

/** Ways to close a case that leave no time for what was not recorded yet. */
const brokenOff: ReadonlySet<string | undefined> = new Set(['referred', 'transferred', 'dropped-out']);

/**
 * The protocols of the sessions of a case that closed, which may ask now whether all was gone through; none of a case
 * that is open or was broken off. Of a case that was taken over, its first note being of a later session than the first,
 * what came before is not here to be looked at. Treatment plans and discharge summaries are no sessions.
 */
export function closedProtocols({ ofCase, record, newest, protocols }: CaseContext): readonly Protocol[] {
  const [first] = record;
  if (!ofCase.closed || brokenOff.has(newest.closed) || (first?.session ?? 0) > 1) return [];
  const asked = record
    .filter(note => isAskedForStages(note) && note.protocolKind === 'session')
    .flatMap(caseReadings)
    .map(({ protocol }) => protocol);
  return [...new Set(asked)].flatMap(id => protocols.get(id)?.protocol ?? []);
}

/** Where a problem with the closing of the case is shown in the note that closes it. */
export function closingPlace({ places }: CaseNote): LinePlace {
  return places.closing ?? places.head;
}

/** Where a problem with what a stage of the note lacks is shown: its mark, if it has one. */
export function stageProblemPlace({ presentStages, places }: CaseNote, stage: string | undefined): LinePlace {
  const at = stage === undefined ? -1 : presentStages.indexOf(stage);
  return places.stages[at] ?? places.head;
}

/** Where a goal is mentioned last. One that no note mentions is nowhere. */
export function latestMention({ mentions }: CaseGoal): readonly RelatedPlace[] {
  const latest = mentions.at(-1);
  if (latest === undefined) return [];
  const { note, mention } = latest;
  return [{ path: note.path, place: mention.place, message: message('related.last-mention') }];
}
