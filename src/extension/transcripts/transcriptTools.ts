import * as vscode from 'vscode';
import { isTranscript, type OpenNotes } from '../openNotes';
import { Owner } from '../owner';
import type { CodeMarks } from './codeMarks';

/** What is shown in the editors of transcripts. It is loaded when the first of them comes into sight. */
export class TranscriptTools extends Owner {
  readonly #openNotes: OpenNotes;
  #marks: Promise<CodeMarks> | undefined;

  constructor(openNotes: OpenNotes) {
    super();
    this.#openNotes = openNotes;
    this.own(vscode.window.onDidChangeVisibleTextEditors(() => this.#look()));
    this.own(openNotes.onDidSettle(() => this.#look()));
    this.#look();
  }

  /** Folds the codes in all transcripts to hints at the end of their turns, or unfolds them. */
  async toggleCodes(): Promise<void> {
    const marks = await this.#loaded();
    marks.folded = !marks.folded;
    await vscode.commands.executeCommand('setContext', 'sessionNotes.codesFolded', marks.folded);
  }

  #look(): void {
    if (this.#marks !== undefined) return;
    const isShown = vscode.window.visibleTextEditors.some(({ document }) => {
      const open = this.#openNotes.noteOf(document);
      return open !== undefined && isTranscript(open);
    });
    if (isShown) void this.#loaded();
  }

  #loaded(): Promise<CodeMarks> {
    this.#marks ??= import('./codeMarks').then(loaded => this.own(new loaded.CodeMarks(this.#openNotes)));
    return this.#marks;
  }
}
