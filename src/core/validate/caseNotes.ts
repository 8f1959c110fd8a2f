import type { CaseGoal } from '../case/case';
import type { CaseNote } from '../case/caseNote';
import { message } from '../message';
import type { LinePlace } from '../text/linePlace';
import type { RelatedPlace } from './problem';

/** Whether stages are asked of a note of the record: missed sessions and contacts are exempt. */
export function isAskedForStages({ attendance, contact }: CaseNote): boolean {
  return attendance === 'attended' && contact === undefined;
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
