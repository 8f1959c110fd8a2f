import type * as vscode from 'vscode';
import type { NoteIndex } from '../services/noteIndex';
import type { OpenNotes } from '../services/openNotes';

/** Says what is known of the stage, section, goal or field under the pointer. */
export class DescriptionProvider implements vscode.HoverProvider {
  readonly #openNotes: OpenNotes;
  readonly #index: NoteIndex;

  constructor(openNotes: OpenNotes, index: NoteIndex) {
    this.#openNotes = openNotes;
    this.#index = index;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    if (this.#openNotes.noteOf(document) === undefined) return undefined;
    const { hoverAt } = await import('../later');
    const open = this.#openNotes.noteOf(document);
    if (open === undefined || token.isCancellationRequested) return undefined;
    return hoverAt(open, position, this.#index.casesOf(document.uri));
  }
}
