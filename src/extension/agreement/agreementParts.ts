import type { ActiveNote } from '../activeNote';
import type { InterfaceLanguageService } from '../interfaceLanguage';
import type { NoteIndex } from '../noteIndex';
import type { OpenNotes } from '../openNotes';

/** The scheme of the documents that say how far raters agree. */
export const agreementScheme = 'session-notes-agreement';

/** What raters are compared with. */
export interface AgreementParts {
  readonly index: NoteIndex;
  readonly openNotes: OpenNotes;
  readonly activeNote: ActiveNote;
  readonly language: InterfaceLanguageService;
}
