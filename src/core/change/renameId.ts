import type { Case } from '../case/case';
import { type NamedGoal, pathsNaming, placesNaming } from '../case/idPlaces';
import { type Message, message } from '../message';
import { referenceValue } from '../note/goalValues';
import type { Note } from '../note/note';
import type { TextEdit } from '../text/textEdit';
import { idsOfCase } from './carriedMention';

/** Another `^id` for a goal, in all notes of its case that name it; or why not. */
export type RenamedId =
  | {
      readonly kind: 'edits';
      /** What is to be written, by the path of each note that it is written in. */
      readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
    }
  | { readonly kind: 'refused'; readonly reason: Message };

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
): RenamedId {
  const id = referenceValue(written.trim());
  if (id === undefined) return { kind: 'refused', reason: message('goal.rename.invalid') };
  if (id === named.id) return { kind: 'edits', edits: new Map() };
  if (takenIds(named, notes, shared).has(id)) {
    return { kind: 'refused', reason: message('goal.rename.taken', { id }) };
  }
  const parted = shared.find(other => pathsNaming(other, named.id).some(path => !notes.has(path)));
  if (parted !== undefined) {
    return { kind: 'refused', reason: message('goal.rename.shared', { client: parted.client }) };
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
  return { kind: 'edits', edits };
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
