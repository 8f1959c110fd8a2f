import { fullnessOf } from '../note/fullness';
import type { Note } from '../note/note';
import { readingsOf } from '../note/readings';

/** Whether a note is a draft in which nobody has written anything yet: all that it has was put there when it was made. */
export function isUnwritten(note: Note): boolean {
  if (!note.frontMatter.draft) return false;
  const stages = readingsOf(note).flatMap(reading => reading.stages);
  if (stages.some(({ fullness }) => fullness !== 'empty')) return false;
  const isInStage = (at: number): boolean =>
    stages.some(({ mark, body }) => mark.range.start <= at && at < body.end);
  const outside = note.outline.blocks.filter(({ range }) => !isInStage(range.start));
  return fullnessOf(outside, () => false) === 'empty';
}
