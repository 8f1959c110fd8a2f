import type { CaseGoal } from '../case/case';
import { message } from '../message';
import type { RelatedPlace } from './problem';

/** Where a goal is mentioned last. One that no note mentions is nowhere. */
export function latestMention({ mentions }: CaseGoal): readonly RelatedPlace[] {
  const latest = mentions.at(-1);
  if (latest === undefined) return [];
  const { note, mention } = latest;
  return [{ path: note.path, place: mention.place, message: message('related.last-mention') }];
}
