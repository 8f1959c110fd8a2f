import * as vscode from 'vscode';
import { type ProtocolOffer, protocolOffers } from '../../core/authoring/protocolOffers';
import { keyAt, protocolPlaces } from '../../core/authoring/protocolPlaces';
import { escapeMarkdown } from '../../core/describe/markdown';
import { indexLines } from '../../core/text/lineIndex';
import type { TextRange } from '../../core/text/textRange';
import { keyMeaningShown } from '../../l10n/protocolKeys';
import type { NoteIndex } from '../services/noteIndex';
import type { Root, Roots } from '../services/roots';
import type { Services } from '../services/services';
import { toRange, toRangeOfLine } from '../services/tools/vscodeTypes';
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
  const { protocols } = roots.rootOf(document.uri);
  return protocolOffers(document.getText(), position, protocols).map((offer, at) => {
    const item = new vscode.CompletionItem(offer.label, kinds[offer.kind]);
    item.insertText = offer.insert;
    item.detail = keyMeaningShown(offer.meaning);
    item.sortText = String(at).padStart(3, '0');
    return item;
  });
}

/** What the key at a place of a protocol file means. */
export function protocolHoverAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const text = document.getText();
  const found = keyAt(text, document.offsetAt(position));
  if (found === undefined) return undefined;
  const meaning = new vscode.MarkdownString(
    `**${escapeMarkdown(found.key)}**\n\n${escapeMarkdown(keyMeaningShown(found.meaning))}`,
  );
  return new vscode.Hover(meaning, toRange(found.range, indexLines(text)));
}

/** The protocol that `extends` names, the code that `parent` names. */
export async function protocolDefinitionAt(
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

/** Where notes follow the protocol whose id stands on this line of its file. */
export function notesUsing(
  document: vscode.TextDocument,
  position: vscode.Position,
  { roots, index }: Services,
): vscode.Location[] {
  const text = document.getText();
  const { id: place } = protocolPlaces(text);
  if (place === undefined || document.positionAt(place.start).line !== position.line) return [];
  const id = text.slice(place.start, place.end);
  if (document.uri.scheme !== protocolScheme) return notesFollowing(id, roots.rootOf(document.uri), index);
  // Where a practice has its own in place of a built-in one, its notes follow that.
  return roots.all
    .filter(root => !root.protocolFiles.has(id))
    .flatMap(root => notesFollowing(id, root, index));
}

/** Where the notes of a root name a protocol or, where it is theirs by default, where they begin. */
export function notesFollowing(id: string, { key }: Root, index: NoteIndex): vscode.Location[] {
  const locations = new Map<string, vscode.Location>();
  for (const { root, case: ofCase } of index.cases()) {
    if (root.key !== key) continue;
    for (const { path, protocol, places } of ofCase.notes) {
      const named = places.protocols.find(each => each.id === id)?.place;
      const place = named ?? (protocol === id ? places.head : undefined);
      const uri = index.uriOf(root, path);
      if (uri !== undefined && place !== undefined)
        locations.set(uri.toString(), new vscode.Location(uri, toRangeOfLine(place)));
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
