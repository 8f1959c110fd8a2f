import type * as vscode from 'vscode';
import type { ActiveNote } from '../activeNote';
import type { InterfaceLanguageService } from '../interfaceLanguage';
import type { NoteIndex } from '../noteIndex';
import type { OpenNotes } from '../openNotes';

/** What VS Code knows the tabs of Case Progress by. */
export const progressViewType = 'sessionNotes.caseProgress';
/** The scheme of the documents that Session Briefs are. */
export const briefScheme = 'session-notes-brief';

/** What views of a case are made from. */
export interface CaseViewParts {
  readonly extensionUri: vscode.Uri;
  readonly index: NoteIndex;
  readonly openNotes: OpenNotes;
  readonly activeNote: ActiveNote;
  readonly language: InterfaceLanguageService;
}
