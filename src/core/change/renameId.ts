import type { Case } from '../case/case';
import { type NamedGoal, pathsNaming, placesNaming } from '../case/idPlaces';
import { idsOfCase } from '../case/mintId';
import { message } from '../message';
import { referenceValue } from '../note/goalValues';
import type { Note } from '../note/note';
import type { TextEdit } from '../text/textEdit';
import { type Change, type EditsByPath, editsOf, refused } from './change';

/**
 * Gives a goal another `^id` wherever a note of its case carries it or names it in `[replaces:: …]`. `written` may
 * begin with the caret. `notes` are, by path, the notes of {@link pathsNaming} as they are now; `shared` are the other
 * cases that some of them belong to. Refused are what is no id, one that a goal of these cases has already, and
 * a goal that another client has by the same id in notes of their own, which would part from it.
 */
export function renameId(
  named: NamedGoal,
  written: string,
  notes: ReadonlyMap<string, Note>,
  shared: readonly Case[],
): Change<EditsByPath> {
  const id = referenceValue(written.trim());
  if (id === undefined) return refused(message('goal.rename.invalid'));
  if (id === named.id) return editsOf(new Map());
  if (takenIds(named, notes, shared).has(id)) {
    return refused(message('goal.rename.taken'));
  }
  if (shared.some(other => pathsNaming(other, named.id).some(path => !notes.has(path)))) {
    return refused(message('goal.rename.shared'));
  }
  const edits = new Map<string, readonly TextEdit[]>();
  for (const [path, note] of notes) {
    const places = placesNaming(named, note);
    if (places.length > 0)
      edits.set(
        path,
        places.map(({ range }) => ({ range, newText: id })),
      );
  }
  return editsOf(edits);
}

function takenIds(
  { ofCase }: NamedGoal,
  notes: ReadonlyMap<string, Note>,
  shared: readonly Case[],
): ReadonlySet<string> {
  const inCases = [ofCase, ...shared].flatMap(each => [...idsOfCase(each)]);
  const inNotes = [...notes.values()].flatMap(({ goals }) => goals.flatMap(({ id }) => id ?? []));
  return new Set([...inCases, ...inNotes]);
}
