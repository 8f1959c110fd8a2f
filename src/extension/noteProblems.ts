import { protocolFor } from '../core/config/notePaths';
import type { Note } from '../core/note/note';
import { parseNote } from '../core/note/parseNote';
import { editBetween, type TextEdit } from '../core/text/textEdit';
import { fixText } from '../core/validate/fixText';
import type { Problem } from '../core/validate/problem';
import { type Surroundings, validateNote } from '../core/validate/validateNote';
import { interfaceLanguage } from '../l10n/catalogue';
import type { OpenNote } from './openNotes';
import type { Root } from './roots';

/** The problems of a note of `root`, by the root's configuration. */
export function problemsOf(note: Note, root: Root): readonly Problem[] {
  return validateNote(note, root.config, surroundingsOf(root));
}

/** The edit that applies every fix with one right answer, and those that they bring to light, if there are any. */
export function fixAllEdit({ note, root, path }: OpenNote): TextEdit | undefined {
  const context = { defaultProtocol: protocolFor(path, root.config) };
  const before = note.outline.text;
  const parse = (text: string): Note => parseNote(text, root.protocols, context);
  return editBetween(before, fixText(before, parse, root.config, surroundingsOf(root)).text);
}

/** What validation of a note of `root` depends on besides the note and the configuration. */
export function surroundingsOf(root: Root): Surroundings {
  return { language: interfaceLanguage(), protocolIds: root.protocols.ids };
}
