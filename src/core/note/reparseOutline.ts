import { type ChangedLines, changedLines } from '../text/changedLines';
import { firstIndex } from '../text/firstIndex';
import type { LineIndex } from '../text/lineIndex';
import type { TextRange } from '../text/textRange';
import { readBody } from './bodyBlocks';
import { bodyStart } from './bodyLines';
import { findConflict, hasConflictMarker } from './conflict';
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
  return (
    blocks && {
      text,
      lines,
      frontMatter,
      blocks,
      tooDeep: undefined,
      conflict: conflictIn(text, before, change),
    }
  );
}

/** Where there was no conflict, only a marker in the changed lines makes one. */
function conflictIn(text: string, before: Outline, { start, end }: ChangedLines): TextRange | undefined {
  const isKnown = before.conflict === undefined && !hasConflictMarker(text.slice(start, end));
  return isKnown ? undefined : findConflict(text);
}

function reparseBlocks(
  { blocks, lines: linesBefore }: Outline,
  text: string,
  lines: LineIndex,
  start: number,
  { start: changeStart, end, endBefore }: ChangedLines,
): readonly Block[] | undefined {
  const firstAfter = firstFrom(blocks, endBefore);
  // A block below a blank line starts there, whatever becomes of its later lines.
  let first = firstFrom(blocks, changeStart) - 1;
  while (first >= 0 && !isBelowBlank(text, lines, startOf(blocks, first))) first--;
  const from = first < 0 ? start : startOf(blocks, first);
  const shift = end - endBefore;
  const lastRead = blocks[firstAfter + READ_ON];
  const to = lastRead === undefined ? text.length : lastRead.range.end + shift;
  const { blocks: read, tooDeep } = readBody(text, lines, from, to);
  if (tooDeep !== undefined) return undefined;
  const known = blocks.slice(0, Math.max(0, first));
  const nextBlocks = blocks.slice(firstAfter, firstAfter + READ_ON + 1);
  const starts = new Map(nextBlocks.map(({ range }, at) => [range.start + shift, firstAfter + at]));
  // Where a block starts as it did, all after it is what it was.
  const met = read.findIndex(({ range }) => starts.has(range.start));
  const [next] = read.slice(met);
  if (met < 0 || next === undefined) return to === text.length ? known.concat(read) : undefined;
  const lineShift = lines.positionAt(end).line - linesBefore.positionAt(endBefore).line;
  const isMoved = shift !== 0 || lineShift !== 0;
  // One list that grows: a transcript has very many blocks.
  for (const block of read.slice(0, met)) known.push(block);
  for (let at = starts.get(next.range.start) ?? blocks.length; at < blocks.length; at++) {
    const block = blocks[at];
    if (block !== undefined) known.push(isMoved ? shiftBlock(block, shift, lineShift) : block);
  }
  return known;
}

/** The index of the first of the blocks, which follow each other, that starts at `offset` or after it. */
function firstFrom(blocks: readonly Block[], offset: number): number {
  return firstIndex(blocks.length, at => startOf(blocks, at) >= offset);
}

function startOf(blocks: readonly Block[], at: number): number {
  return blocks[at]?.range.start ?? 0;
}

function isBelowBlank(text: string, lines: LineIndex, at: number): boolean {
  const { start, end } = lines.lineRange(lines.positionAt(at).line - 1);
  return BLANK.test(text.slice(start, end));
}
