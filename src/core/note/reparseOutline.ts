import { type ChangedLines, changedLines } from '../text/changedLines';
import { indexLines, type LineIndex } from '../text/lineIndex';
import { detached } from '../text/textLines';
import type { TextRange } from '../text/textRange';
import { readBody } from './bodyBlocks';
import { bodyStart } from './bodyLines';
import { findConflict, hasConflictMarker } from './conflict';
import { findFrontMatter } from './frontMatterSource';
import type { Block, BlockGroups, Outline } from './outline';
import { ReadOutline } from './readOutline';
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
  const groups = reparseBlocks(before, text, lines, start, change);
  return (
    groups &&
    new ReadOutline({
      text,
      lines,
      frontMatter,
      groups,
      tooDeep: undefined,
      conflict: conflictIn(text, before, change),
    })
  );
}

/** Where there was no conflict, only a marker in the changed lines makes one. */
function conflictIn(text: string, before: Outline, { start, end }: ChangedLines): TextRange | undefined {
  const isKnown = before.conflict === undefined && !hasConflictMarker(text.slice(start, end));
  return isKnown ? undefined : findConflict(text);
}

function reparseBlocks(
  { groups, lines: linesBefore }: Outline,
  text: string,
  lines: LineIndex,
  start: number,
  { start: changeStart, end, endBefore }: ChangedLines,
): BlockGroups | undefined {
  const firstAfter = groups.firstFrom(endBefore);
  // A block below a blank line starts there, whatever becomes of its later lines.
  let first = groups.firstFrom(changeStart) - 1;
  while (first >= 0 && !isBelowBlank(text, lines, groups.startAt(first) ?? 0)) first--;
  const from = groups.startAt(first) ?? start;
  const by = end - endBefore;
  const nextBlocks = groups.slice(firstAfter, firstAfter + READ_ON + 1);
  const lastRead = nextBlocks[READ_ON];
  const to = lastRead === undefined ? text.length : lastRead.range.end + by;
  const read = readStretch(text, lines, from, to);
  if (read === undefined) return undefined;
  const starts = new Map(nextBlocks.map(({ range }, at) => [range.start + by, firstAfter + at]));
  // Where a block starts as it did, all after it is what it was.
  const met = read.findIndex(({ range }) => starts.has(range.start));
  if (met < 0 && to < text.length) return undefined;
  const next = met < 0 ? undefined : read[met];
  const replaced = {
    from: Math.max(0, first),
    to: (next && starts.get(next.range.start)) ?? groups.length,
    put: next === undefined ? read : read.slice(0, met),
  };
  const moved = lines.positionAt(end).line - linesBefore.positionAt(endBefore).line;
  return groups.replaced(replaced, { by, lines: moved }, text);
}

/** The blocks of a stretch of a text, which it is copied for: a block keeps the text alive that its words were cut from. */
function readStretch(text: string, lines: LineIndex, from: number, to: number): readonly Block[] | undefined {
  const first = lines.positionAt(from).line;
  const stretch = detached(text.slice(from, lines.lineRange(lines.positionAt(to).line).end));
  const { blocks, tooDeep } = readBody(stretch, indexLines(stretch), 0);
  return tooDeep === undefined ? blocks.map(block => shiftBlock(block, from, first)) : undefined;
}

function isBelowBlank(text: string, lines: LineIndex, at: number): boolean {
  const { start, end } = lines.lineRange(lines.positionAt(at).line - 1);
  return BLANK.test(text.slice(start, end));
}
