import type { Note } from '../core/note/note';
import type { Problem } from '../core/validate/problem';
import { problemsByRules, type ValidationOptions } from '../core/validate/problemsByRules';
import { noteRules } from '../core/validate/registry';
import { interfaceLanguage } from '../l10n/catalogue';
import type { Root } from './roots';

/** The problems of a note of `root`, by the root's configuration; of a transcript those beside its turns. */
export function problemsOf(note: Note, root: Root): readonly Problem[] {
  return problemsByRules(noteRules, note, root.config, surroundingsOf(root));
}

/** What validation of a note of `root` depends on besides the note and the configuration. */
export function surroundingsOf(root: Root): ValidationOptions {
  return { language: interfaceLanguage(), protocolIds: root.protocols.ids };
}
