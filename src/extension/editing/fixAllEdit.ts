import { protocolFor } from '../../core/config/notePaths';
import type { Note } from '../../core/note/note';
import { parseNote } from '../../core/note/parseNote';
import { editBetween, type TextEdit } from '../../core/text/textEdit';
import { fixText } from '../../core/validate/fixText';
import { surroundingsOf } from '../noteProblems';
import type { OpenNote } from '../openNotes';
import { turnsOf } from '../transcripts/openTurns';

/** The edit that applies every fix with one right answer, and those that they bring to light, if there are any. */
export function fixAllEdit(open: OpenNote): TextEdit | undefined {
  const { note, root, path } = open;
  const turns = turnsOf(open);
  const context = { defaultProtocol: protocolFor(path, root.config) };
  const before = note.outline.text;
  const parse = (text: string): Note => parseNote(text, root.protocols, context);
  return editBetween(
    before,
    fixText(before, parse, root.config, {
      ...surroundingsOf(root),
      ...(turns !== undefined && { turns }),
    }).text,
  );
}
