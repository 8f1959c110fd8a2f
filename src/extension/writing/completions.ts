import type * as vscode from 'vscode';
import { offerTriggers } from '../../core/complete/offer';
import type { NoteIndex } from '../services/noteIndex';
import type { OpenNotes } from '../services/openNotes';

/** Offers what fits the place: the next missing stage or section, goals, choices, fields. */
export class OfferProvider implements vscode.CompletionItemProvider {
  static readonly triggers = offerTriggers;

  readonly #openNotes: OpenNotes;
  readonly #index: NoteIndex;

  constructor(openNotes: OpenNotes, index: NoteIndex) {
    this.#openNotes = openNotes;
    this.#index = index;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    context: vscode.CompletionContext,
  ): Promise<vscode.CompletionItem[]> {
    if (this.#openNotes.noteOf(document) === undefined) return [];
    const { completionItems } = await import('../later');
    const open = this.#openNotes.noteOf(document);
    if (open === undefined || token.isCancellationRequested) return [];
    return completionItems(open, position, this.#index.casesOf(document.uri), context.triggerCharacter);
  }
}
