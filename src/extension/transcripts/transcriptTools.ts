import * as vscode from 'vscode';
import { message } from '../../core/message';
import type { ActiveNote } from '../services/activeNote';
import { pickOne } from '../services/dialogs';
import { isTranscript } from '../services/openNotes';
import type { Services } from '../services/services';
import { setContext } from '../services/tools/contextKeys';
import { DisposableStore } from '../services/tools/disposableStore';
import type { CodeMarks } from './codeMarks';
import type { TranscriptPanels } from './transcriptPanels';

/** What is shown of transcripts, in their editors and as pictures. It is loaded when the first of them is in sight. */
export class TranscriptTools extends DisposableStore {
  readonly #parts: Services;
  readonly #activeNote: ActiveNote;
  #marks: Promise<CodeMarks> | undefined;
  #panels: Promise<TranscriptPanels> | undefined;

  constructor(parts: Services) {
    super();
    this.#parts = parts;
    this.#activeNote = parts.activeNote;
    this.register(vscode.window.onDidChangeVisibleTextEditors(() => this.#look()));
    this.register(parts.openNotes.onDidSettle(() => this.#look()));
    this.register(
      vscode.window.registerWebviewPanelSerializer('sessionNotes.transcriptPicture', {
        deserializeWebviewPanel: async (panel, state) => (await this.#loadedPanels()).restore(panel, state),
      }),
    );
    this.#look();
  }

  /** Folds the codes in all transcripts to hints at the end of their turns, or unfolds them; menus show which is next. */
  async foldCodes(folded: boolean): Promise<void> {
    const marks = await this.#loadedMarks();
    marks.folded = folded;
    setContext('sessionNotes.codesFolded', folded);
  }

  /** Shows the picture of the active transcript, else of one that is picked. */
  async showPicture(): Promise<void> {
    const open = this.#activeNote.current?.open;
    const uri = open !== undefined && isTranscript(open) ? open.document.uri : await this.#pick();
    if (uri !== undefined) (await this.#loadedPanels()).show(uri);
  }

  async #pick(): Promise<vscode.Uri | undefined> {
    const { transcriptsOf } = await import('../shown');
    const items = transcriptsOf(this.#parts.index).map(({ uri, path }) => ({ label: path, uri }));
    const picked = await pickOne(items, { placeHolder: message('transcript-picture.pick') });
    return picked?.uri;
  }

  #look(): void {
    const shown = vscode.window.visibleTextEditors
      .map(({ document }) => document)
      .filter(document => {
        const open = this.#parts.openNotes.noteOf(document);
        return open !== undefined && isTranscript(open);
      });
    // VS Code writes the path as the system does, or as the URI has it: that depends on where the file is.
    const paths = shown.flatMap(({ uri }) => [uri.fsPath, uri.path]);
    setContext('sessionNotes.transcripts', [...new Set(paths)]);
    if (shown.length > 0) void this.#loadedMarks();
  }

  #loadedMarks(): Promise<CodeMarks> {
    this.#marks ??= import('../shown').then(loaded =>
      this.register(new loaded.CodeMarks(this.#parts.openNotes)),
    );
    return this.#marks;
  }

  #loadedPanels(): Promise<TranscriptPanels> {
    this.#panels ??= import('../research').then(loaded =>
      this.register(new loaded.TranscriptPanels(this.#parts)),
    );
    return this.#panels;
  }
}
