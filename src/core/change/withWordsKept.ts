import { message } from '../message';
import { parseNote } from '../note/parseNote';
import { applyEdits, type TextEdit } from '../text/textEdit';
import type { TurnChunks } from '../transcript/turnChunks';
import { type Change, editsOf, refused } from './change';

/**
 * Edits of a transcript that code it, refused where what is said would read differently after them: beside a mark that
 * stands there literally, the mark of a passage may come to mean something else.
 */
export function withWordsKept(turns: TurnChunks, edits: readonly TextEdit[]): Change {
  const { note } = turns;
  const coded = parseNote(applyEdits(note.outline.text, edits), note.context, note);
  const said = wordsOf(turns);
  const saidThen = wordsOf(turns.next(coded));
  const isSame = said.length === saidThen.length && said.every((words, at) => words === saidThen[at]);
  return isSame ? editsOf(edits) : refused(message('code.would-change-words'));
}

function wordsOf(turns: TurnChunks): readonly string[] {
  return [...turns.said()].flatMap(said => said.map(({ words }) => words));
}
