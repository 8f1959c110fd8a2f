import type { TextRange } from '../text/textRange';
import { type BodyLines, isBlankUnit } from './bodyLines';
import { isOnlyComments } from './comments';
import { type BlockToken, type BlockTokens, linesOf } from './markdownTokens';
import type { List, ListItem, Paragraph, Quote, SourceLine } from './outline';

/** The list that the token at `at` opens, with all that is directly in its items and in quotes in them. */
export function readList(source: BlockTokens, at: number, body: BodyLines): List {
  return listAt({ ...source, body, isQuoted: false }, at);
}

/** The quote that the token at `at` opens, with the paragraphs and lists in it and in quotes in it. */
export function readQuote(source: BlockTokens, at: number, body: BodyLines): Quote {
  return quoteAt({ ...source, body, isQuoted: true }, at);
}

interface Source extends Omit<BlockTokens, 'tooDeepLine'> {
  readonly body: BodyLines;
  /** Whether quote signs may begin the lines. */
  readonly isQuoted: boolean;
}

function listAt(source: Source, at: number): List {
  return { kind: 'list', range: rangeOf(source, at), items: readItems(source, at, -1) };
}

function quoteAt(source: Source, at: number): Quote {
  const content: Quote['content'][number][] = [];
  const end = source.closes[at] ?? at;
  for (let open = at + 1; open < end; open = (source.closes[open] ?? open) + 1) {
    const { type } = source.tokens[open] ?? noToken;
    if (type === 'bullet_list_open' || type === 'ordered_list_open') content.push(listAt(source, open));
    else if (type === 'blockquote_open') content.push(quoteAt(source, open));
    else if (type === 'paragraph_open') content.push(paragraphAt(source, open));
  }
  return { kind: 'quote', range: rangeOf(source, at), content };
}

function paragraphAt(source: Source, at: number): Paragraph {
  return { kind: 'paragraph', range: rangeOf(source, at), lines: paragraphLines(source, at) };
}

function rangeOf({ tokens, body }: Source, at: number): TextRange {
  const { first, after } = linesOf(tokens[at] ?? noToken);
  return body.blockRange(first, after);
}

const noToken: BlockToken = { type: '', tag: '', map: null, content: '', info: '' };

/** `markerEnd` is where the marker of the item around the list ends. */
function readItems(source: Source, at: number, markerEnd: number): readonly ListItem[] {
  const { closes } = source;
  const items: ListItem[] = [];
  const end = closes[at] ?? at;
  for (let open = at + 1; open < end; open = (closes[open] ?? open) + 1) {
    items.push(readItem(source, open, markerEnd));
  }
  return items;
}

function readItem(source: Source, at: number, outerMarkerEnd: number): ListItem {
  const { tokens, body } = source;
  const token = tokens[at] ?? noToken;
  const { first, after } = linesOf(token);
  const marker = markerOf(token, outerMarkerEnd, body);
  const { firstParagraph, items, quotes, hasOtherContent } = readContent(source, at, marker.end);
  return {
    range: { start: marker.start, end: Math.max(marker.end, body.blockRange(first, after).end) },
    marker,
    line: body.lineOf(first),
    ordered: token.info !== '',
    firstParagraph,
    items,
    quotes,
    hasOtherContent,
  };
}

/** The items of a list in an item may begin on the line of that item, behind its marker; in a quote, behind its sign. */
function markerOf(token: BlockToken, outerMarkerEnd: number, body: BodyLines): TextRange {
  const { start: lineStart } = body.rangeOf(linesOf(token).first);
  let start = Math.max(lineStart, outerMarkerEnd);
  while (isBlankUnit(body.text.charCodeAt(start)) || body.text.charAt(start) === '>') start++;
  return { start, end: start + token.info.length + 1 };
}

interface ItemContent {
  readonly firstParagraph: readonly SourceLine[];
  readonly items: readonly ListItem[];
  readonly quotes: readonly Quote[];
  readonly hasOtherContent: boolean;
}

/** Few items hold quotes. */
const noQuotes: readonly Quote[] = [];

function readContent(source: Source, at: number, markerEnd: number): ItemContent {
  const { tokens, closes } = source;
  const end = closes[at] ?? at;
  const items: ListItem[] = [];
  let quotes = noQuotes;
  let firstParagraph: readonly SourceLine[] = [];
  let blocks = 0;
  let hasOtherContent = false;
  for (let open = at + 1; open < end; open = (closes[open] ?? open) + 1) {
    const token = tokens[open] ?? noToken;
    if (token.type === 'reference_definition') {
      hasOtherContent = true;
      continue;
    }
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      for (const item of readItems(source, open, markerEnd)) items.push(item);
    } else if (blocks === 0 && isFirstWords(source, open, markerEnd)) {
      firstParagraph = firstWords(source, open, markerEnd);
    } else {
      if (token.type === 'blockquote_open')
        quotes = [...quotes, quoteAt({ ...source, isQuoted: true }, open)];
      hasOtherContent ||= !saysNothing(token);
    }
    blocks++;
  }
  return { firstParagraph, items, quotes, hasOtherContent };
}

/** Whether a block is a paragraph, or a heading on the line of the marker of its item, as outliners have all headings. */
function isFirstWords({ tokens, body }: Source, at: number, markerEnd: number): boolean {
  const token = tokens[at] ?? noToken;
  if (token.type === 'paragraph_open') return true;
  if (token.type !== 'heading_open') return false;
  const { start, end } = body.rangeOf(linesOf(token).first);
  return (
    start < markerEnd && markerEnd < end && /^[ \t]+#{1,6}[ \t]+[^\s#]/.test(body.text.slice(markerEnd, end))
  );
}

/** A heading is the line of a paragraph, with its hashes. */
function firstWords(source: Source, at: number, markerEnd: number): readonly SourceLine[] {
  const { tokens, body } = source;
  const token = tokens[at] ?? noToken;
  if (token.type === 'paragraph_open') return paragraphLines(source, at);
  const { end } = body.wordsOf(linesOf(token).first);
  return [body.sourceLine({ start: body.text.indexOf('#', markerEnd), end })];
}

function saysNothing(token: BlockToken): boolean {
  return token.type === 'hr' || (token.type === 'html_block' && isOnlyComments(token.content));
}

/** Markers may stand before the first line, so that its words are found by their length from the end of the line. */
function paragraphLines({ tokens, body, isQuoted }: Source, at: number): readonly SourceLine[] {
  const { first, after } = linesOf(tokens[at] ?? noToken);
  const content = tokens[at + 1]?.content ?? '';
  const contentLines = isQuoted ? content.split('\n') : [];
  const lines: SourceLine[] = [];
  for (let line = first; line < after; line++) {
    const words = body.wordsOf(line);
    const known = line === first ? firstLine(content) : contentLines[line - first];
    const start = known === undefined ? words.start : words.end - wordsLength(known);
    lines.push(body.sourceLine({ start, end: words.end }));
  }
  return lines;
}

function firstLine(content: string): string {
  const lineEnd = content.indexOf('\n');
  return lineEnd < 0 ? content : content.slice(0, lineEnd);
}

/** The length of a line of a paragraph's content, without blanks around it. */
function wordsLength(line: string): number {
  let start = 0;
  let end = line.length;
  while (end > start && isBlankUnit(line.charCodeAt(end - 1))) end--;
  while (start < end && isBlankUnit(line.charCodeAt(start))) start++;
  return end - start;
}
