import { type ChangedLines, changedLines } from '../text/changedLines';
import type { LineIndex } from '../text/lineIndex';
import { readBody } from './bodyBlocks';
import { bodyStart } from './bodyLines';
import { findConflict } from './conflict';
import { findFrontMatter } from './frontMatterSource';
import type { Block, Outline } from './outline';
import { shiftBlock } from './shiftBlock';

/** How many of the blocks after a change are read again, to find one that still starts where it did. */
const READ_ON = 4;
const BLANK = /^[ \t]*$/;

/**
 * The outline of `text` from that of an older version: what stands before and after the lines that changed is not read
 * again. Undefined where that cannot tell it.
 */
export function reparseOutline(before: Outline, text: string): Outline | undefined {
  const change = changedLines(before.text, text);
  const lines = before.lines.next(text, change);
  const frontMatter = findFrontMatter(text, lines);
  const start = bodyStart(text, lines, frontMatter);
  const isSameHead = frontMatter?.range.end === before.frontMatter?.range.end;
  if (before.tooDeep !== undefined || !isSameHead || change.start < start) return undefined;
  const blocks = reparseBlocks(before, text, lines, start, change);
  return blocks && { text, lines, frontMatter, blocks, tooDeep: undefined, conflict: findConflict(text) };
}

function reparseBlocks(
  { blocks, lines: linesBefore }: Outline,
  text: string,
  lines: LineIndex,
  start: number,
  { start: changeStart, end, endBefore }: ChangedLines,
): readonly Block[] | undefined {
  // A block below a blank line starts there, whatever becomes of its later lines.
  const first = blocks.findLastIndex(
    ({ range }) => range.start < changeStart && isBelowBlank(text, lines, range.start),
  );
  const from = blocks[first]?.range.start ?? start;
  const firstAfter = blocks.findIndex(({ range }) => range.start >= endBefore);
  const after = firstAfter < 0 ? [] : blocks.slice(firstAfter);
  const shift = end - endBefore;
  const lastRead = after[READ_ON];
  const to = lastRead === undefined ? text.length : lastRead.range.end + shift;
  const { blocks: read, tooDeep } = readBody(text, lines, from, to);
  if (tooDeep !== undefined) return undefined;
  const known = blocks.slice(0, Math.max(0, first));
  const starts = new Map(after.slice(0, READ_ON + 1).map(({ range }, at) => [range.start + shift, at]));
  // Where a block starts as it did, all after it is what it was.
  const met = read.findIndex(({ range }) => starts.has(range.start));
  const [next] = read.slice(met);
  if (met < 0 || next === undefined) return to === text.length ? known.concat(read) : undefined;
  const rest = after.slice(starts.get(next.range.start));
  const lineShift = lines.positionAt(end).line - linesBefore.positionAt(endBefore).line;
  const moved =
    shift === 0 && lineShift === 0 ? rest : rest.map(block => shiftBlock(block, shift, lineShift));
  return known.concat(read.slice(0, met), moved);
}

function isBelowBlank(text: string, lines: LineIndex, at: number): boolean {
  const { start, end } = lines.lineRange(lines.positionAt(at).line - 1);
  return BLANK.test(text.slice(start, end));
}
