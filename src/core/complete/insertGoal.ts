import type { Insertion } from '../note/insertion';
import type { Note } from '../note/note';
import { type GoalCandidate, mentionWords } from './goalCandidates';
import { insertItem } from './insertItem';
import { sectionAt, stageAt } from './placeAt';

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
