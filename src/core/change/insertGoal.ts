import { type GoalCandidate, mentionWords } from '../complete/goalCandidates';
import type { Note } from '../note/note';
import { sectionAt, stageAt } from '../note/placeAt';
import { insertItem } from './insertItem';
import type { Insertion } from './insertion';

/**
 * Inserts a mention of a goal or action into the section at `offset`, or, where there is none, directly under the
 * heading of the stage. Undefined outside stages.
 */
export function insertGoal(note: Note, offset: number, candidate: GoalCandidate): Insertion | undefined {
  const stage = stageAt(note, offset);
  if (stage === undefined) return undefined;
  const section = sectionAt(note, offset);
  const start = (section ?? stage).heading.range.start;
  const end = section?.body.end ?? stage.sections[0]?.heading.range.start ?? stage.body.end;
  return insertItem(note.outline, { start, end }, offset, {
    words: mentionWords(candidate),
    box: `[${candidate.marker}]`,
    asTask: true,
  });
}
