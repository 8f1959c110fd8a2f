import type { BodyLines } from './bodyLines';
import { isOnlyComments } from './comments';
import { readList, readQuote } from './containers';
import { type BlockToken, type BlockTokens, linesOf } from './markdownTokens';
import type { Block, Heading, OtherBlock, Paragraph } from './outline';

/** The top-level blocks that the tokens of markdown-it stand for, in order. */
export function readBlocks(source: BlockTokens, body: BodyLines): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < source.tokens.length; at = (source.closes[at] ?? at) + 1) {
    const block = readBlock(source, at, body);
    if (block !== undefined) blocks.push(block);
  }
  return blocks;
}

function readBlock(source: BlockTokens, at: number, body: BodyLines): Block | undefined {
  const { tokens } = source;
  const token = tokens[at];
  if (token === undefined) return undefined;
  switch (token.type) {
    case 'heading_open':
      return readHeading(token, tokens[at + 1]?.content ?? '', body);
    case 'paragraph_open':
    case 'reference_definition':
      return readParagraph(token, body);
    case 'bullet_list_open':
    case 'ordered_list_open':
      return readList(source, at, body);
    case 'blockquote_open':
      return readQuote(source, at, body);
    default:
      return readOther(token, body);
  }
}

function readHeading(token: BlockToken, content: string, body: BodyLines): Heading {
  const { first, after } = linesOf(token);
  const level = Number(token.tag.slice(1));
  const start = titleStart(token, body);
  const end = content === '' ? start : titleEnd(token, start, content, body);
  return {
    kind: 'heading',
    range: body.blockRange(first, after),
    titleRange: { start, end },
    title: body.text.slice(start, end),
    level,
    line: body.lineOf(first),
  };
}

const MARKERS = /#{0,6}[ \t]*/y;

function titleStart(token: BlockToken, body: BodyLines): number {
  const { start } = body.wordsOf(linesOf(token).first);
  if (isSetext(token)) return start;
  MARKERS.lastIndex = start;
  MARKERS.test(body.text);
  return Math.min(MARKERS.lastIndex, body.wordsOf(linesOf(token).first).end);
}

/** Closing hashes are no part of the content, which else stands in the source as it is. */
function titleEnd(token: BlockToken, start: number, content: string, body: BodyLines): number {
  return isSetext(token) ? body.wordsOf(linesOf(token).after - 2).end : start + content.length;
}

function isSetext(token: BlockToken): boolean {
  const { first, after } = linesOf(token);
  return after - first > 1;
}

function readParagraph(token: BlockToken, body: BodyLines): Paragraph {
  const { first, after } = linesOf(token);
  const lines = [];
  for (let line = first; line < after; line++) lines.push(body.sourceLine(body.wordsOf(line)));
  return { kind: 'paragraph', range: body.blockRange(first, after), lines };
}

const otherKinds: Readonly<Record<string, OtherBlock['kind']>> = {
  code_block: 'code',
  fence: 'code',
  hr: 'rule',
};

function readOther(token: BlockToken, body: BodyLines): OtherBlock {
  const { first, after } = linesOf(token);
  const range = body.blockRange(first, after);
  if (token.type !== 'html_block') return { kind: otherKinds[token.type] ?? 'html', range };
  return { kind: isOnlyComments(body.text.slice(range.start, range.end)) ? 'comment' : 'html', range };
}
