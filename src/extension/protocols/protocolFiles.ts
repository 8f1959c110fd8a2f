import * as vscode from 'vscode';
import { caseReadings } from '../../core/case/caseReadings';
import { escapeMarkdown } from '../../core/describe/markdown';
import { type ProtocolOffer, protocolOffers } from '../../core/protocol/authoring/protocolOffers';
import { keyAt, protocolPlaces } from '../../core/protocol/authoring/protocolPlaces';
import { indexLines } from '../../core/text/lineIndex';
import type { TextRange } from '../../core/text/textRange';
import { toRange } from '../convert';
import type { Root, Roots } from '../roots';
import type { ProtocolParts } from './protocolFeatures';
import { protocolScheme, shownAt, sourceUri } from './protocolUris';

const kinds: Readonly<Record<ProtocolOffer['kind'], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  reference: vscode.CompletionItemKind.Reference,
};

/** The keys, values and ids that may stand at a place of a protocol file. */
export function completionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  roots: Roots,
): vscode.CompletionItem[] {
  const ids = roots.rootOf(document.uri).protocols.ids;
  return protocolOffers(document.getText(), position, ids).map((offer, at) => {
    const item = new vscode.CompletionItem(offer.label, kinds[offer.kind]);
    item.insertText = offer.insert;
    item.detail = offer.meaning;
    item.sortText = String(at).padStart(3, '0');
    return item;
  });
}

/** What the key at a place of a protocol file means. */
export function hoverAt(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
  const text = document.getText();
  const found = keyAt(text, document.offsetAt(position));
  if (found === undefined) return undefined;
  const meaning = new vscode.MarkdownString(
    `**${escapeMarkdown(found.key)}**\n\n${escapeMarkdown(found.meaning)}`,
  );
  return new vscode.Hover(meaning, toRange(found.range, indexLines(text)));
}

/** The protocol that `extends` names, the code that `parent` names. */
export async function definitionAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  roots: Roots,
): Promise<vscode.Location | undefined> {
  const places = protocolPlaces(document.getText());
  const offset = document.offsetAt(position);
  if (places.base !== undefined && touches(places.base.range, offset)) {
    return locationIn(sourceUri(places.base.id, rootFor(document, roots)), text => protocolPlaces(text).id);
  }
  const word = document.getText(document.getWordRangeAtPosition(position, /[\w-]+/));
  const line = document.lineAt(position).text;
  const range = /\bparent:/.test(line) ? places.code(word) : undefined;
  return range && new vscode.Location(document.uri, toRange(range, indexLines(document.getText())));
}

/** The notes that follow the protocol whose id stands at a place of its file. */
export function notesUsing(
  document: vscode.TextDocument,
  position: vscode.Position,
  { roots, index }: ProtocolParts,
): vscode.Location[] {
  const text = document.getText();
  const { id: place } = protocolPlaces(text);
  if (place === undefined || !touches(place, document.offsetAt(position))) return [];
  const id = text.slice(place.start, place.end);
  const isOwn = document.uri.scheme !== protocolScheme;
  const own = roots.rootOf(document.uri).key;
  const found = index.cases().filter(({ root }) => !isOwn || root.key === own);
  const locations = new Map<string, vscode.Location>();
  for (const { root, case: ofCase } of found) {
    for (const note of ofCase.notes) {
      if (!caseReadings(note).some(({ protocol }) => protocol === id)) continue;
      const uri = index.uriOf(root, note.path);
      const { line, character } = note.places.head;
      if (uri !== undefined)
        locations.set(uri.toString(), new vscode.Location(uri, new vscode.Position(line, character)));
    }
  }
  return [...locations.values()];
}

/** A place of the document at `uri` that is found in its text, else its beginning. */
export async function locationIn(
  uri: vscode.Uri | undefined,
  find: (text: string) => TextRange | undefined,
): Promise<vscode.Location | undefined> {
  if (uri === undefined) return undefined;
  const text = (await vscode.workspace.openTextDocument(uri)).getText();
  const range = find(text);
  const place = range === undefined ? new vscode.Range(0, 0, 0, 0) : toRange(range, indexLines(text));
  return new vscode.Location(uri, place);
}

/** A document that only shows a protocol lies in no root. */
function rootFor(document: vscode.TextDocument, roots: Roots): Root {
  const key = document.uri.scheme === protocolScheme ? shownAt(document.uri).root : undefined;
  const first = document.uri.scheme === protocolScheme ? roots.all[0] : undefined;
  return roots.all.find(root => root.key === key) ?? first ?? roots.rootOf(document.uri);
}

function touches({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset <= end;
}
