import type * as vscode from 'vscode';
import type { ActiveNote } from './activeNote';
import type { InterfaceLanguageService } from './interfaceLanguage';
import type { NoteIndex } from './noteIndex';
import type { OpenNotes } from './openNotes';
import type { Roots } from './roots';
import type { Trace } from './trace';

/** What every feature may use: where the extension lies, and what is known of the notes. */
export interface Services {
  readonly extensionUri: vscode.Uri;
  readonly roots: Roots;
  readonly openNotes: OpenNotes;
  readonly index: NoteIndex;
  readonly activeNote: ActiveNote;
  readonly language: InterfaceLanguageService;
  readonly trace: Trace;
}
