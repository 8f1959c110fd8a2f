import type { TextRange } from '../text/textRange';
import type { Note, SectionRegion, StageRegion } from './note';
import { closingLine } from './openBlock';
import type { Block, List, ListItem, Outline } from './outline';
import { readingsOf } from './readings';

/** The caret's line: where it is, and its text on both sides of the caret. */
export interface CaretLine {
  /** 0-based. */
  readonly number: number;
  /** Without its line end. */
  readonly range: TextRange;
  readonly before: string;
  readonly after: string;
}

/**
 * What the caret stands in: a line of the front matter (its fences not), a line that is or begins as a heading, the
 * first line of a list item, a blank line or a line of text at top level; or none of these: code, quotes, comments
 * and other HTML, thematic breaks, the rest of list items.
 */
export type CaretPlace =
  | { readonly kind: 'front-matter' | 'heading' | 'blank' | 'text' | 'none'; readonly line: CaretLine }
  | { readonly kind: 'item'; readonly line: CaretLine; readonly item: ListItem; readonly list: List };

const HEADING_START = /^ {0,3}#/;
const BLANK = /^\s*$/;

/** The place of the caret at `offset` (moved to the nearest end of the text when it is outside). */
export function placeAt(outline: Outline, offset: number): CaretPlace {
  const line = caretLine(outline, offset);
  const { frontMatter } = outline;
  if (frontMatter !== undefined && line.range.start <= frontMatter.range.end) {
    return { kind: isInYaml(outline, line) ? 'front-matter' : 'none', line };
  }
  const block = blockAt(outline, line);
  if (block === undefined) return { kind: BLANK.test(line.before + line.after) ? 'blank' : 'none', line };
  return placeInBlock(outline, block, line);
}

/** The stage whose region holds `offset`, its mark included; of those of several protocols, the innermost. */
export function stageAt(note: Note, offset: number): StageRegion | undefined {
  const stages = readingsOf(note).flatMap(reading => reading.stages);
  return innermost(stages.filter(region => holds(note, region, offset)));
}

/** The section whose region holds `offset`, its mark included; of those of several protocols, the innermost. */
export function sectionAt(note: Note, offset: number): SectionRegion | undefined {
  const stages = readingsOf(note).flatMap(reading => reading.stages);
  const sections = stages.filter(stage => holds(note, stage, offset)).flatMap(stage => stage.sections);
  return innermost(sections.filter(region => holds(note, region, offset)));
}

/** The region that begins last; of several with one mark, the first. */
function innermost<Region extends StageRegion | SectionRegion>(
  regions: readonly Region[],
): Region | undefined {
  const start = Math.max(...regions.map(({ mark }) => mark.range.start));
  return regions.find(({ mark }) => mark.range.start === start);
}

/** The last line of a block or region that is not blank; `range` may end with line ends and blank lines. */
export function lastLineOf(outline: Outline, range: TextRange): number {
  const content = outline.text.slice(range.start, range.end).trimEnd();
  return outline.lines.positionAt(range.start + content.length).line;
}

/** The top-level block that a line shows a part of; undefined for blank lines and lines outside the text. */
export function blockOfLine({ text, lines, blocks }: Outline, number: number): Block | undefined {
  const { start, end } = lines.lineRange(number);
  if (number < 0 || text.slice(start, end).trim() === '') return undefined;
  return blocks.find(({ range }) => range.start <= end && range.end >= start);
}

function holds(note: Note, { mark, body }: StageRegion | SectionRegion, offset: number): boolean {
  if (offset < mark.range.start) return false;
  return offset < body.end || (offset === body.end && body.end === note.outline.text.length);
}

function caretLine({ text, lines }: Outline, offset: number): CaretLine {
  const { line } = lines.positionAt(offset);
  const range = lines.lineRange(line);
  const caret = Math.min(Math.max(offset, range.start), range.end);
  return { number: line, range, before: text.slice(range.start, caret), after: text.slice(caret, range.end) };
}

function isInYaml({ lines, frontMatter }: Outline, line: CaretLine): boolean {
  if (frontMatter === undefined) return false;
  const last = lines.positionAt(frontMatter.range.end).line;
  const isClosing = frontMatter.closed && line.number === last;
  return line.number > lines.positionAt(frontMatter.fence.start).line && !isClosing;
}

function blockAt(outline: Outline, line: CaretLine): Block | undefined {
  const block = outline.blocks.filter(({ range }) => range.start <= line.range.end).at(-1);
  if (block === undefined || line.number <= lastLineOf(outline, block.range)) return block;
  // A fence or comment that is never closed holds the blank lines at the end of the text too.
  const isLast = block === outline.blocks.at(-1);
  return isLast && closingLine(outline) !== undefined ? block : undefined;
}

function placeInBlock(outline: Outline, block: Block, line: CaretLine): CaretPlace {
  if (block.kind === 'list') return placeInList(outline, block, line);
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return { kind: 'none', line };
  if (HEADING_START.test(line.before)) return { kind: 'heading', line };
  if (block.kind === 'heading' || isInComment(outline, block.range, line)) return { kind: 'none', line };
  return { kind: 'text', line };
}

function placeInList(outline: Outline, list: List, line: CaretLine): CaretPlace {
  const item = itemOfLine(list.items, line.number);
  if (item === undefined || isInComment(outline, item.range, line)) return { kind: 'none', line };
  return { kind: 'item', line, item, list };
}

/** The innermost item whose first line it is: `- - [ ] x` starts two. */
function itemOfLine(items: readonly ListItem[], line: number): ListItem | undefined {
  for (const item of items) {
    const nested = itemOfLine(item.items, line);
    if (nested !== undefined) return nested;
    if (item.line === line) return item;
  }
  return undefined;
}

/** Whether a comment begun in the block, in the middle of its text, is open at the caret. */
function isInComment({ text }: Outline, block: TextRange, line: CaretLine): boolean {
  const before = text.slice(block.start, line.range.start + line.before.length);
  return before.lastIndexOf('<!--') > before.lastIndexOf('-->');
}
