import * as vscode from 'vscode';
import { message, titleIn } from '../../core/message';
import type { Codebook, CodeTerm } from '../../core/protocol/codebook';
import { type CodeColour, colourOf } from '../../core/transcript/codeColour';
import { type CodedPlace, filterPlaces, type PlaceFilter } from '../../core/transcript/codedTranscript';
import { termIn } from '../../core/transcript/noteCodebooks';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { nameShown, unlessHidden, wordsShown } from '../services/hiddenWords';
import type { KnownTranscript } from './codedTranscripts';

/** The places of a code in one transcript. */
interface CodedIn {
  readonly transcript: KnownTranscript;
  readonly places: readonly CodedPlace[];
}

/** A row of *Codes*: a code, a transcript in which it is applied, a place there, or how many more there are. */
export type CodeElement =
  | {
      readonly kind: 'code';
      readonly code: string;
      readonly term: CodeTerm | undefined;
      readonly colour: CodeColour | undefined;
      readonly coded: readonly CodedIn[];
    }
  | ({ readonly kind: 'transcript'; readonly code: string } & CodedIn)
  | { readonly kind: 'place'; readonly transcript: KnownTranscript; readonly place: CodedPlace }
  | { readonly kind: 'more'; readonly count: number };

/** A row that is a code. */
export type CodeRow = CodeElement & { readonly kind: 'code' };

/** The filter that leaves nothing out. */
export const everything: PlaceFilter = { stages: new Set(), roles: new Set(), raters: new Set() };

/** More places than these are only counted. */
const MOST_SHOWN = 500;

/** The codes that are applied, in the order of their codebooks; those that no codebook knows last. */
export function codeElements(
  transcripts: readonly KnownTranscript[],
  filter: PlaceFilter,
): readonly CodeRow[] {
  const coded = new Map<string, CodedIn[]>();
  for (const transcript of transcripts) {
    for (const [code, places] of byCode(filterPlaces(transcript.coded, filter))) {
      coded.set(code, [...(coded.get(code) ?? []), { transcript, places }]);
    }
  }
  const elements = [...coded].map(([code, ins]) => codeElement(code, ins));
  return elements.sort((a, b) => placeInCodebook(a) - placeInCodebook(b) || (a.code < b.code ? -1 : 1));
}

/** What stands below a row. */
export function elementsBelow(element: CodeElement): readonly CodeElement[] {
  if (element.kind === 'code') {
    return element.coded.map(each => ({ kind: 'transcript', code: element.code, ...each }));
  }
  if (element.kind !== 'transcript') return [];
  const { transcript, places } = element;
  const shown = places
    .slice(0, MOST_SHOWN)
    .map((place): CodeElement => ({ kind: 'place', transcript, place }));
  const count = places.length - shown.length;
  return count > 0 ? [...shown, { kind: 'more', count }] : shown;
}

/** How many turns have a code of those that are shown. */
export function codedTurns(transcripts: readonly KnownTranscript[], filter: PlaceFilter): number {
  return transcripts
    .map(({ coded }) => new Set(filterPlaces(coded, filter).map(({ turn }) => turn)).size)
    .reduce((sum, count) => sum + count, 0);
}

/** A row as the tree shows it. */
export function codeItem(element: CodeElement): vscode.TreeItem {
  switch (element.kind) {
    case 'code':
      return itemOfCode(element);
    case 'transcript':
      return itemOfTranscript(element);
    case 'place':
      return itemOfPlace(element);
    case 'more':
      return new vscode.TreeItem(render(message('codes.more', { count: element.count })));
  }
}

function codeElement(code: string, coded: readonly CodedIn[]): CodeRow {
  const codebooks = coded.flatMap(({ transcript }) => codebooksIn(transcript));
  return { kind: 'code', code, term: termIn(codebooks, code), colour: colourOf(code, codebooks), coded };
}

function placeInCodebook({ term, coded }: CodeRow): number {
  const [first] = coded;
  if (term === undefined || first === undefined) return Number.MAX_SAFE_INTEGER;
  const terms = codebooksIn(first.transcript).flatMap(codebook => codebook.terms);
  const at = terms.indexOf(term);
  return at < 0 ? Number.MAX_SAFE_INTEGER - 1 : at;
}

function codebooksIn({ root, protocolIds }: KnownTranscript): readonly Codebook[] {
  return protocolIds.flatMap(id => {
    const protocol = root.protocols.get(id);
    return protocol?.codebook ?? [];
  });
}

function byCode(places: readonly CodedPlace[]): ReadonlyMap<string, readonly CodedPlace[]> {
  const grouped = new Map<string, CodedPlace[]>();
  for (const place of places) {
    const known = grouped.get(place.code);
    if (known === undefined) grouped.set(place.code, [place]);
    else known.push(place);
  }
  return grouped;
}

/** What a code is called, by its id where no codebook has it, and in how many places it stands. */
export function codeWords({ code, term, coded }: CodeRow): {
  readonly title: string;
  readonly count: number;
} {
  const unknownTitle = unlessHidden(`#${code}`, message('codes.unknown'));
  const title = term === undefined ? unknownTitle : titleIn(term.term.title, interfaceLanguage());
  return { title, count: coded.reduce((sum, { places }) => sum + places.length, 0) };
}

function itemOfCode(row: CodeRow): vscode.TreeItem {
  const { code, term, colour, coded } = row;
  const language = interfaceLanguage();
  const { title, count } = codeWords(row);
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
  const unknown = term === undefined ? [render(message('codes.unknown'))] : [];
  const details = [String(count), ...(term === undefined ? [] : [`#${code}`]), ...unknown];
  item.id = code;
  item.description = details.join(' · ');
  item.contextValue = 'code';
  item.iconPath = iconOf(colour);
  const definition = term?.term.definition;
  item.tooltip = [title, ...(definition === undefined ? [] : [titleIn(definition, language)])].join('\n');
  const spoken = message('codes.spoken', { code: title, places: count, transcripts: coded.length });
  item.accessibilityInformation = { label: render(spoken) };
  return item;
}

function itemOfTranscript({
  code,
  transcript,
  places,
}: CodeElement & { readonly kind: 'transcript' }): vscode.TreeItem {
  const { uri, path, coded } = transcript;
  const item = new vscode.TreeItem(path.split('/').at(-1) ?? path, vscode.TreeItemCollapsibleState.Collapsed);
  const turns = new Set(places.map(({ turn }) => turn)).size;
  const details = [
    render(message('codes.turns', { coded: turns, turns: coded.turns })),
    ...(coded.rater === undefined ? [] : [nameShown(coded.rater, 'rater')]),
  ];
  item.id = `${code}\n${uri.toString()}`;
  item.description = details.join(' · ');
  item.iconPath = new vscode.ThemeIcon('comment-discussion');
  item.tooltip = path;
  item.accessibilityInformation = { label: [path, ...details].join(', ') };
  return item;
}

function itemOfPlace({ transcript, place }: CodeElement & { readonly kind: 'place' }): vscode.TreeItem {
  const { line, excerpt, speaker, isPassage } = place;
  const words = excerpt === '' ? render(message('codes.no-words')) : excerpt;
  const label = unlessHidden(words, message('hidden.line', { line: line + 1 }));
  const item = new vscode.TreeItem(label);
  const details = wordsShown([speaker, String(line + 1)]);
  item.description = details.join(' · ');
  item.iconPath = new vscode.ThemeIcon(isPassage ? 'quote' : 'comment');
  item.accessibilityInformation = { label: [label, ...details].join(', ') };
  const at = new vscode.Position(line, 0);
  item.command = {
    command: 'vscode.open',
    title: '',
    arguments: [transcript.uri, { selection: new vscode.Range(at, at) }],
  };
  return item;
}

function iconOf(colour: CodeColour | undefined): vscode.ThemeIcon | vscode.Uri {
  if (colour === undefined) return new vscode.ThemeIcon('question');
  if (!colour.startsWith('#')) return new vscode.ThemeIcon('circle-filled', new vscode.ThemeColor(colour));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5" fill="${colour}"/></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`);
}
