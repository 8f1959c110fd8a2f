import * as vscode from 'vscode';
import { noteStatus } from '../../core/describe/noteStatus';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import type { InterfaceLanguageService } from '../services/interfaceLanguage';
import type { NoteIndex } from '../services/noteIndex';
import { DisposableStore } from '../services/tools/disposableStore';
import { onlyDocument } from '../services/tools/onlyDocument';
import { noteLanguage } from '../services/tools/vscodeTypes';
import { type Trace, traceDrawn } from '../services/trace';
import { ThisNoteView } from './thisNoteView';

/** The language status item of session notes: `today 2/2 · case 3/4 · 3 open`. It is there in notes only. */
export class NoteStatusItem extends DisposableStore {
  readonly #activeNote: ActiveNote;
  readonly #index: NoteIndex;
  readonly #trace: Trace;
  #item: vscode.LanguageStatusItem | undefined;

  constructor(activeNote: ActiveNote, index: NoteIndex, language: InterfaceLanguageService, trace: Trace) {
    super();
    this.#activeNote = activeNote;
    this.#index = index;
    this.#trace = trace;
    this.register(activeNote.onDidChange(() => this.#update()));
    this.register(language.onDidChange(() => this.#update()));
    this.register({ dispose: () => this.#item?.dispose() });
    this.#update();
  }

  #update(): void {
    const open = this.#activeNote.current?.open;
    if (open === undefined) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    const status = noteStatus(open.note, this.#index.casesOf(open.document.uri));
    const item = this.#shown();
    // The selector names the note itself, so that the item leaves other Markdown files alone.
    item.selector = onlyDocument(open.document.uri);
    item.name = render(message('status.name'));
    item.text = render(
      message('status.text', {
        today: `${status.today.done}/${status.today.total}`,
        case: `${status.case.done}/${status.case.total}`,
        open: status.open,
      }),
    );
    item.detail = render(message('status.detail'));
    item.accessibilityInformation = { label: `${item.name}: ${item.text}` };
    item.command = { command: `${ThisNoteView.id}.focus`, title: render(message('status.command')) };
    traceDrawn(this.#trace, 'the status of a note');
  }

  #shown(): vscode.LanguageStatusItem {
    this.#item ??= vscode.languages.createLanguageStatusItem('sessionNotes.status', {
      language: noteLanguage,
    });
    return this.#item;
  }
}
