import * as vscode from 'vscode';
import { type Offer, type OfferKind, offerTriggers } from '../../core/complete/offer';
import { offersAt } from '../../core/complete/offersAt';
import { toMarkdown } from '../../core/describe/markdown';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { toRange } from '../convert';
import type { NoteIndex } from '../noteIndex';
import type { OpenNotes } from '../openNotes';
import { today } from '../today';
import { voice } from '../voice';

const itemKinds: Readonly<Record<OfferKind, vscode.CompletionItemKind>> = {
  stage: vscode.CompletionItemKind.Module,
  section: vscode.CompletionItemKind.Struct,
  goal: vscode.CompletionItemKind.Event,
  action: vscode.CompletionItemKind.Event,
  choice: vscode.CompletionItemKind.EnumMember,
  field: vscode.CompletionItemKind.Property,
  'field-value': vscode.CompletionItemKind.Value,
};

/** Offers what fits the place: the next missing stage or section, goals, choices, fields. */
export class OfferProvider implements vscode.CompletionItemProvider {
  static readonly triggers = offerTriggers;

  readonly #openNotes: OpenNotes;
  readonly #index: NoteIndex;

  constructor(openNotes: OpenNotes, index: NoteIndex) {
    this.#openNotes = openNotes;
    this.#index = index;
  }

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    _token: vscode.CancellationToken,
    context: vscode.CompletionContext,
  ): vscode.CompletionItem[] {
    const open = this.#openNotes.noteOf(document);
    if (open === undefined) return [];
    const offers = offersAt(open.note, document.offsetAt(position), this.#index.casesOf(document.uri), {
      language: interfaceLanguage(),
      today: today(),
      protocols: open.root.protocols,
      trigger: context.triggerCharacter,
    });
    return offers.map(offer => completionItem(offer, toRange(offer.range, open.note.outline.lines)));
  }
}

function completionItem(offer: Offer, range: vscode.Range): vscode.CompletionItem {
  const label = { label: offer.label, description: render(offer.detail) };
  const item = new vscode.CompletionItem(label, itemKinds[offer.kind]);
  item.insertText = new vscode.SnippetString(offer.insert);
  item.range = range;
  item.filterText = offer.filterText;
  item.sortText = String(offer.order).padStart(4, '0');
  item.preselect = offer.preselect;
  item.documentation = new vscode.MarkdownString(toMarkdown(offer.documentation, voice()));
  return item;
}
