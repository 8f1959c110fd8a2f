import type { TextRange } from '../text/textRange';
import { type BodyLines, isBlankUnit } from './bodyLines';
import { isOnlyComments } from './comments';
import { type BlockToken, type BlockTokens, linesOf } from './markdownTokens';
import type { List, ListItem, SourceLine } from './outline';

/** The list that the token at `at` opens, with all items of lists directly in lists. */
export function readList(source: BlockTokens, at: number, body: BodyLines): List {
  const { first, after } = linesOf(source.tokens[at] ?? noToken);
  return {
    kind: 'list',
    range: body.blockRange(first, after),
    items: readItems({ ...source, body }, at, -1),
  };
}

interface Source extends Omit<BlockTokens, 'tooDeepLine'> {
  readonly body: BodyLines;
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
  const content = readContent(source, at, marker.end);
  return {
    range: { start: marker.start, end: Math.max(marker.end, body.blockRange(first, after).end) },
    marker,
    line: body.lineOf(first),
    ordered: token.info !== '',
    ...content,
  };
}

/** The items of a list in an item may begin on the line of that item, behind its marker. */
function markerOf(token: BlockToken, outerMarkerEnd: number, body: BodyLines): TextRange {
  const { start: lineStart } = body.rangeOf(linesOf(token).first);
  let start = Math.max(lineStart, outerMarkerEnd);
  while (isBlankUnit(body.text.charCodeAt(start))) start++;
  return { start, end: start + token.info.length + 1 };
}

interface ItemContent {
  readonly firstParagraph: readonly SourceLine[];
  readonly items: readonly ListItem[];
  readonly hasOtherContent: boolean;
}

function readContent(source: Source, at: number, markerEnd: number): ItemContent {
  const { tokens, closes, body } = source;
  const end = closes[at] ?? at;
  const items: ListItem[] = [];
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
    } else if (token.type === 'paragraph_open' && blocks === 0) {
      firstParagraph = paragraphLines(token, tokens[open + 1]?.content ?? '', body);
    } else hasOtherContent ||= !saysNothing(token);
    blocks++;
  }
  return { firstParagraph, items, hasOtherContent };
}

function saysNothing(token: BlockToken): boolean {
  return token.type === 'hr' || (token.type === 'html_block' && isOnlyComments(token.content));
}

/** Markers may stand before the first line, so that its words are found by their length from the end of the line. */
function paragraphLines(token: BlockToken, content: string, body: BodyLines): readonly SourceLine[] {
  const { first, after } = linesOf(token);
  const lines: SourceLine[] = [];
  for (let line = first; line < after; line++) {
    const words = body.wordsOf(line);
    const start = line === first ? words.end - wordsLength(content) : words.start;
    lines.push(body.sourceLine({ start, end: words.end }));
  }
  return lines;
}

/** The length of the first line of a paragraph's content, without blanks behind it. */
function wordsLength(content: string): number {
  const lineEnd = content.indexOf('\n');
  let length = lineEnd < 0 ? content.length : lineEnd;
  while (length > 0 && isBlankUnit(content.charCodeAt(length - 1))) length--;
  return length;
}
