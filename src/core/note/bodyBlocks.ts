import type { LineIndex } from '../text/lineIndex';
import type { TextRange } from '../text/textRange';
import { readBlocks } from './blocks';
import { BodyLines, isBlankUnit } from './bodyLines';
import { isOnlyComments } from './comments';
import { behindDigits, behindHashes, type LineKind, lineKind } from './lineKind';
import { blockTokens } from './markdownTokens';
import type { Block, Heading, List, ListItem, OtherBlock, Paragraph, SourceLine } from './outline';

/** The blocks of a part of a text. */
interface BodyBlocks {
  readonly blocks: readonly Block[];
  /** The first line nested deeper than is read, without the blanks around it. */
  readonly tooDeep: TextRange | undefined;
}

/**
 * The top-level blocks of the lines of a text from `start` on, where a line begins at which no block is open, to the one
 * that `end` lies in. Headings, paragraphs, lists without lists in them, and comments are read here, which is what notes
 * consist of; markdown-it reads anything else, up to the next heading or the end. Both say the same of what both can read.
 */
export function readBody(text: string, lines: LineIndex, start: number, end = text.length): BodyBlocks {
  return new BodyReader(text, lines, start, end).read();
}

/** What may stand before a fence or HTML in a line: blanks, and signs of quotes and items. */
const MAY_RUN_ON = /^[\s>*+.)\d-]*(?:<|```|~~~)/;
/** What is blank, but neither a space nor a tab: markdown-it takes it away around the content of a block. */
const RARE_BLANK = /[^\S \t]/;
const MOST_BLANKS = 4;

/** A line that is read, as far as its kind needs; `at` is where its words begin. */
interface Line {
  readonly start: number;
  readonly at: number;
  readonly end: number;
}

class BodyReader {
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #start: number;
  readonly #after: number;
  readonly #blocks: Block[] = [];
  #line: number;
  #tooDeep: TextRange | undefined;

  constructor(text: string, lines: LineIndex, start: number, end: number) {
    this.#text = text;
    this.#lines = lines;
    this.#start = start;
    this.#line = lines.positionAt(start).line;
    this.#after = end >= text.length ? lines.lineCount : lines.positionAt(end).line + 1;
  }

  read(): BodyBlocks {
    while (this.#line < this.#after) {
      const line = this.#lineAt(this.#line);
      if (line.at === line.end) this.#line++;
      else this.#readFrom(line);
    }
    return { blocks: this.#blocks, tooDeep: this.#tooDeep };
  }

  #readFrom(line: Line): void {
    const block = line.at === line.start ? this.#plainBlock(line) : undefined;
    if (block === undefined) this.#readRest();
    else this.#blocks.push(block);
  }

  /** The block that begins at a line, unless it takes more to tell; then the line is still the next one. */
  #plainBlock(line: Line): Block | undefined {
    const kind = lineKind(this.#text, line.at, line.end);
    switch (kind) {
      case 'heading':
        return this.#heading(line);
      case 'words':
      case 'bracket':
        return this.#paragraph(line);
      case 'comment':
        return this.#comment(line);
      case 'bullet':
      case 'number':
        return this.#list(line, kind);
      case 'other':
        return this.#isLoneBullet(line) ? this.#list(line, 'bullet') : undefined;
      default:
        return undefined;
    }
  }

  #heading({ start: lineStart, end: lineEnd }: Line): Heading | undefined {
    const text = this.#text;
    const behind = behindHashes(text, lineStart);
    const start = behindBlanks(text, behind, wordsEnd(text, behind, lineEnd));
    const title = text.slice(start, titleEnd(text, start, lineEnd));
    if (beginsOrEndsRarely(title)) return undefined;
    const line = this.#line++;
    return {
      kind: 'heading',
      range: { start: lineStart, end: lineEnd },
      titleRange: { start, end: start + title.length },
      title,
      level: behind - lineStart,
      line,
    };
  }

  #paragraph(first: Line): Paragraph | undefined {
    const lines = [this.#sourceLine(first.at, first.end)];
    let last = first;
    let next = this.#line + 1;
    for (; next < this.#after; next++) {
      const line = this.#lineAt(next);
      if (line.at === line.end) break;
      const kind = lineKind(this.#text, line.at, line.end);
      if (endsParagraph(kind) && line.at === line.start) break;
      if (!goesOn(kind)) return undefined;
      lines.push(this.#sourceLine(line.at, line.end));
      last = line;
    }
    if (mayDefine(lines)) return undefined;
    this.#line = next;
    return { kind: 'paragraph', range: { start: first.start, end: last.end }, lines };
  }

  /** A comment ends with the line that its end stands in, whatever follows there. */
  #comment({ start }: Line): OtherBlock | undefined {
    const close = this.#text.indexOf('-->', start);
    if (close < 0) return undefined;
    const last = this.#lines.positionAt(close).line;
    if (last >= this.#after) return undefined;
    const range = { start, end: this.#lines.lineRange(last).end };
    this.#line = last + 1;
    return { kind: isOnlyComments(this.#text.slice(start, range.end)) ? 'comment' : 'html', range };
  }

  #list(first: Line, kind: 'bullet' | 'number'): List | undefined {
    const sign = this.#signOf(first, kind);
    const items: ListItem[] = [];
    let line = first;
    let at = this.#line;
    for (;;) {
      const item = this.#item(line, at, kind, sign);
      if (item === undefined) return undefined;
      items.push(item.item);
      at = item.after;
      const next = this.#followingItem(item, kind, sign);
      if (next === 'unclear') return undefined;
      if (next === undefined) break;
      at = next;
      line = this.#lineAt(at);
    }
    this.#line = at;
    return { kind: 'list', range: { start: first.start, end: items.at(-1)?.range.end ?? first.end }, items };
  }

  /** The line of the next item of a list; none where the list ends behind `item`. */
  #followingItem(item: PlainItem, kind: LineKind, sign: number): number | 'unclear' | undefined {
    let at = item.after;
    let line = this.#lineAt(at);
    while (at < this.#after && line.at === line.end) line = this.#lineAt(++at);
    if (at >= this.#after) return undefined;
    if (line.at > line.start) return 'unclear';
    const next = lineKind(this.#text, line.at, line.end);
    // Several blank lines end a list behind an item without words alone.
    const mayEnd = item.item.firstParagraph.length === 0 && at > item.after + 1;
    if (next === kind && this.#signOf(line, kind) === sign) return mayEnd ? 'unclear' : at;
    if (endsParagraph(next) || goesOn(next)) return undefined;
    // Another list ends this one only below a blank line; what else may begin here may be an item without words.
    return at > item.after && isItem(next) ? undefined : 'unclear';
  }

  /** An item that is one paragraph or nothing; its marker begins `first`, which is line `at`. */
  #item(first: Line, at: number, kind: LineKind, sign: number): PlainItem | undefined {
    const text = this.#text;
    const markerEnd = (kind === 'number' ? behindDigits(text, first.start) : first.start) + 1;
    const start = behindBlanks(text, markerEnd, first.end);
    if (start === first.end) return this.#emptyItem(first, at, kind, markerEnd);
    const isFar = start - markerEnd > MOST_BLANKS || text.slice(markerEnd, start).includes('\t');
    if (isFar || !goesOn(lineKind(text, start, first.end))) return undefined;
    const lines = [this.#sourceLine(start, first.end)];
    let end = first.end;
    let after = at + 1;
    for (; after < this.#after; after++) {
      const line = this.#lineAt(after);
      if (line.at === line.end) break;
      const next = lineKind(text, line.at, line.end);
      if (
        line.at === line.start &&
        (endsParagraph(next) || (next === kind && this.#signOf(line, kind) === sign))
      )
        break;
      if (!goesOn(next)) return undefined;
      lines.push(this.#sourceLine(line.at, line.end));
      end = line.end;
    }
    if (mayDefine(lines) || isRareParagraph(lines)) return undefined;
    return { item: itemOf({ start: first.start, end }, markerEnd, at, kind, lines), after };
  }

  /** A mark alone in its line, below which surely nothing of the item stands. */
  #emptyItem(first: Line, at: number, kind: LineKind, markerEnd: number): PlainItem | undefined {
    const after = at + 1;
    const next = after < this.#after ? this.#lineAt(after) : undefined;
    const isAlone =
      next === undefined ||
      next.at === next.end ||
      (next.at === next.start && lineKind(this.#text, next.at, next.end) === 'heading');
    return isAlone ? { item: itemOf(first, markerEnd, at, kind, none), after } : undefined;
  }

  #isLoneBullet({ at, end }: Line): boolean {
    return end === at + 1 && '-*+'.includes(this.#text.charAt(at));
  }

  /** What tells the items of one list from those of another: the bullet, or what stands behind the number. */
  #signOf({ start }: Line, kind: LineKind): number {
    return this.#text.charCodeAt(kind === 'number' ? behindDigits(this.#text, start) : start);
  }

  /** Leaves what begins at this line to markdown-it, up to a heading that surely begins a block. */
  #readRest(): void {
    const start = this.#lineStart(this.#line);
    const after = this.#restAfter();
    const end = after < this.#after ? this.#lineStart(after) : this.#lineAt(this.#after - 1).end;
    const source = blockTokens(this.#text.slice(start, end));
    const body = new BodyLines(this.#text, this.#lines, start);
    for (const block of readBlocks(source, body)) this.#blocks.push(block);
    if (source.tooDeepLine !== undefined) this.#tooDeep ??= body.wordsOf(source.tooDeepLine);
    this.#line = after;
  }

  /** A heading without a blank before it ends all that is open but a fence and HTML. */
  #restAfter(): number {
    for (let at = this.#line; at < this.#after; at++) {
      const line = this.#lineAt(at);
      const isFirst = at === this.#line;
      if (
        !isFirst &&
        line.at === line.start &&
        line.at < line.end &&
        lineKind(this.#text, line.at, line.end) === 'heading'
      )
        return at;
      if (MAY_RUN_ON.test(this.#text.slice(line.start, line.end))) return this.#after;
    }
    return this.#after;
  }

  #lineStart(line: number): number {
    return Math.max(this.#start, this.#lines.lineStart(line));
  }

  #lineAt(line: number): Line {
    const { end } = this.#lines.lineRange(line);
    const start = this.#lineStart(line);
    return { start, at: behindBlanks(this.#text, start, end), end };
  }

  #sourceLine(start: number, lineEnd: number): SourceLine {
    const end = wordsEnd(this.#text, start, lineEnd);
    return { text: this.#text.slice(start, end), range: { start, end } };
  }
}

/** An item, and the line after its last. */
interface PlainItem {
  readonly item: ListItem;
  readonly after: number;
}

const none: readonly never[] = [];

/** An item of one paragraph, or without words. */
function itemOf(
  { start, end }: TextRange,
  markerEnd: number,
  line: number,
  kind: LineKind,
  firstParagraph: readonly SourceLine[],
): ListItem {
  return {
    range: { start, end },
    marker: { start, end: markerEnd },
    line,
    ordered: kind === 'number',
    firstParagraph,
    items: none,
    quotes: none,
    hasOtherContent: false,
  };
}

function behindBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlankUnit(text.charCodeAt(at))) at++;
  return at;
}

/** Whether a line may go on a paragraph: it cannot begin any other block. */
function goesOn(kind: LineKind): boolean {
  return kind === 'words' || kind === 'bracket';
}

/** Whether a line without a blank before it ends a paragraph and all that it stands in. */
function endsParagraph(kind: LineKind): boolean {
  return kind === 'heading' || kind === 'comment';
}

function isItem(kind: LineKind): boolean {
  return kind === 'bullet' || kind === 'number';
}

/** Where a title ends: closing hashes behind a blank are none of it. */
function titleEnd(text: string, start: number, lineEnd: number): number {
  const end = wordsEnd(text, start, lineEnd);
  let hashes = end;
  while (hashes > start && text.charAt(hashes - 1) === '#') hashes--;
  return hashes < end && isBlankUnit(text.charCodeAt(hashes - 1)) ? wordsEnd(text, start, hashes) : end;
}

function wordsEnd(text: string, start: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > start && isBlankUnit(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Whether a paragraph may begin with a link reference definition. */
function mayDefine([first, ...rest]: readonly SourceLine[]): boolean {
  if (first === undefined || !first.text.startsWith('[')) return false;
  return [first, ...rest].some(({ text }) => text.includes(']:'));
}

function isRareParagraph(lines: readonly SourceLine[]): boolean {
  return (
    RARE_BLANK.test(lines[0]?.text.charAt(0) ?? '') || RARE_BLANK.test(lines.at(-1)?.text.slice(-1) ?? '')
  );
}

function beginsOrEndsRarely(title: string): boolean {
  return RARE_BLANK.test(title.charAt(0)) || RARE_BLANK.test(title.slice(-1));
}
