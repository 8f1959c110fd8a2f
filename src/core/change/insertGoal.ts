import type { Note } from '../note/note';
import { sectionAt, stageAt } from '../note/placeAt';
import { goalSource } from './goalSource';
import { insertItem } from './insertItem';
import type { Insertion } from './insertion';

/** A goal or action that a note is to mention. */
export interface GoalToInsert {
  readonly text: string;
  /** The code point between the brackets. */
  readonly marker: string;
  /** The `^id` that the mention is to carry, without the caret; undefined where one would tear the goal apart. */
  readonly id: string | undefined;
  /** The client that it concerns, where the note has several and it concerns one. */
  readonly client: string | undefined;
}

/** The source of a mention behind its task box. */
export function mentionWords({ text, id, client }: GoalToInsert): string {
  return goalSource({ text, id, fields: client === undefined ? [] : [{ key: 'client', value: client }] });
}

/**
 * Inserts a mention of a goal or action into the section at `offset`, or, where there is none, directly under the
 * mark of the stage. Undefined outside stages.
 */
export function insertGoal(note: Note, offset: number, goal: GoalToInsert): Insertion | undefined {
  const stage = stageAt(note, offset);
  if (stage === undefined) return undefined;
  const section = sectionAt(note, offset);
  const first = (section ?? stage).mark.line;
  const after = section?.lines.after ?? stage.sections[0]?.mark.line ?? stage.lines.after;
  return insertItem(note.outline, { first, after }, offset, {
    words: mentionWords(goal),
    box: `[${goal.marker}]`,
    asTask: true,
  });
}
