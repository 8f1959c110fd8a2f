import type { Case, CaseGoal, PlacedMention } from '../case/case';
import { idsOfCase, newIdForGoal } from '../case/mintId';
import { mayBeOfKind } from '../case/sameGoal';
import { message } from '../message';
import { comparableGoalText } from '../note/comparableGoalText';
import type { GoalMention } from '../note/goalMention';
import type { GoalIdStyle, Note } from '../note/note';
import { tasksOf } from '../note/readings';
import type { TextEdit } from '../text/textEdit';
import { type Change, type EditsByPath, editsOf, refused } from './change';
import { idEdit } from './goalSource';

/** The paths of the notes in which a goal has mentions without `^id`, in case order. */
export function unsignedPaths(goal: CaseGoal): readonly string[] {
  return [...new Set(unsigned(goal).map(({ note }) => note.path))];
}

/**
 * Writes the goal's `^id`, a fresh one where it has none, on every mention without one, over all notes of the case at
 * once: the one change that touches earlier notes, and nothing in them but this. `noteAt` gives each note of
 * {@link unsignedPaths} as it is now. Where one of the mentions is not found there as the case knows it, all is
 * refused.
 */
export function addId(
  goal: CaseGoal,
  ofCase: Case,
  noteAt: (path: string) => Note | undefined,
  style?: GoalIdStyle,
): Change<EditsByPath> {
  const taken = new Set(idsOfCase(ofCase));
  const edits = new Map<string, readonly TextEdit[]>();
  const places = new Map<string, readonly GoalMention[]>();
  for (const path of unsignedPaths(goal)) {
    const found = findUnsigned(goal, path, noteAt(path));
    if (found === undefined) return refused(message('goal.change-refused.gone'));
    places.set(path, found);
    for (const { id } of noteAt(path)?.goals ?? []) if (id !== undefined) taken.add(id);
  }
  const id = goal.id ?? newIdForGoal(goal, ofCase, taken, style);
  for (const [path, mentions] of places) {
    edits.set(
      path,
      mentions.map(mention => idEdit(mention.range, id)),
    );
  }
  return editsOf(edits);
}

function unsigned({ offered, mentions }: CaseGoal): readonly PlacedMention[] {
  return [...offered, ...mentions].filter(({ mention }) => mention.said.id === undefined);
}

/** The mentions without `^id` in a note; undefined where they are not as many as the case knows. */
function findUnsigned(
  goal: CaseGoal,
  path: string,
  note: Note | undefined,
): readonly GoalMention[] | undefined {
  const known = unsigned(goal).filter(each => each.note.path === path);
  const keys = new Set(
    known.map(({ mention }) => keyOf(mention.said.stage, mention.said.client, mention.said.comparableText)),
  );
  const found = (note === undefined ? [] : tasksOf(note)).filter(
    ({ kind, saysKind, id, stage, client, text }) =>
      mayBeOfKind({ kind, saysKind }, goal) &&
      id === undefined &&
      keys.has(keyOf(stage, client, comparableGoalText(text))),
  );
  return found.length === known.length ? found : undefined;
}

function keyOf(stage: string | undefined, client: string | undefined, comparableText: string): string {
  return JSON.stringify([stage, client, comparableText]);
}
