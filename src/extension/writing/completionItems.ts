import * as vscode from 'vscode';
import type { Case } from '../../core/case/case';
import type { Offer, OfferKind } from '../../core/complete/offer';
import { offersAt } from '../../core/complete/offersAt';
import { toMarkdown } from '../../core/describe/markdown';
import { interfaceLanguage, render, renderer } from '../../l10n/catalogue';
import type { OpenNote } from '../services/openNotes';
import { turnsOf } from '../services/openTurns';
import { today } from '../services/tools/today';
import { toRange } from '../services/tools/vscodeTypes';

const itemKinds: Readonly<Record<OfferKind, vscode.CompletionItemKind>> = {
  stage: vscode.CompletionItemKind.Module,
  section: vscode.CompletionItemKind.Struct,
  goal: vscode.CompletionItemKind.Event,
  action: vscode.CompletionItemKind.Event,
  choice: vscode.CompletionItemKind.EnumMember,
  field: vscode.CompletionItemKind.Property,
  'field-value': vscode.CompletionItemKind.Value,
  code: vscode.CompletionItemKind.Keyword,
};

/** What is offered at `position` of a note, as the editor shows it. */
export function completionItems(
  open: OpenNote,
  position: vscode.Position,
  cases: readonly Case[],
  trigger: string | undefined,
): vscode.CompletionItem[] {
  const offers = offersAt(open.note, open.document.offsetAt(position), cases, {
    language: interfaceLanguage(),
    today: today(),
    protocols: open.root.protocols,
    trigger,
    turns: turnsOf(open),
  });
  return offers.map(offer => completionItem(offer, toRange(offer.range, open.note.outline.lines)));
}

function completionItem(offer: Offer, range: vscode.Range): vscode.CompletionItem {
  const label = { label: offer.label, description: render(offer.detail) };
  const item = new vscode.CompletionItem(label, itemKinds[offer.kind]);
  item.insertText = new vscode.SnippetString(offer.insert);
  item.range = range;
  item.filterText = offer.filterText;
  item.sortText = String(offer.order).padStart(4, '0');
  item.preselect = offer.preselect;
  item.documentation = new vscode.MarkdownString(toMarkdown(offer.documentation, renderer()));
  return item;
}
