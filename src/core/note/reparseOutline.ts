import { type ChangedLines, changedLines } from '../text/changedLines';
import { indexLines, type LineIndex } from '../text/lineIndex';
import { detached } from '../text/textLines';
import type { TextRange } from '../text/textRange';
import { firstGroupFrom, groupsOf } from './blockGroups';
import { readBody } from './bodyBlocks';
import { bodyStart } from './bodyLines';
import { findConflict, hasConflictMarker } from './conflict';
import { findFrontMatter } from './frontMatterSource';
import type { Block, BlockGroup, Outline } from './outline';
import { ReadOutline } from './readOutline';
import { shiftBlock } from './shiftBlock';

/** How many of the groups after a change are read besides the next, to find one that still starts where it did. */
const READ_ON = 1;
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
  const groups = reparseGroups(before, text, lines, start, change);
  return (
    groups && new ReadOutline(text, lines, frontMatter, groups, undefined, conflictIn(text, before, change))
  );
}

/** Where there was no conflict, only a marker in the changed lines makes one. */
function conflictIn(text: string, before: Outline, { start, end }: ChangedLines): TextRange | undefined {
  const isKnown = before.conflict === undefined && !hasConflictMarker(text.slice(start, end));
  return isKnown ? undefined : findConflict(text);
}

function reparseGroups(
  { groups, lines: linesBefore }: Outline,
  text: string,
  lines: LineIndex,
  start: number,
  { start: changeStart, end, endBefore }: ChangedLines,
): readonly BlockGroup[] | undefined {
  const after = firstGroupFrom(groups, endBefore);
  // A block below a blank line starts there, whatever becomes of its later lines.
  let first = firstGroupFrom(groups, changeStart) - 1;
  while (first >= 0 && !isBelowBlank(text, lines, groups[first]?.start ?? 0)) first--;
  const by = end - endBefore;
  const notRead = groups[after + READ_ON + 1];
  const to = notRead === undefined ? text.length : notRead.start + by;
  const read = readStretch(text, lines, groups[first]?.start ?? start, to);
  if (read === undefined) return undefined;
  // Where a group starts as it did, all after it is what it was.
  const starts = new Map(read.map(({ range }, at) => [range.start, at]));
  const nextGroups = groups.slice(after, after + READ_ON + 1);
  const met = nextGroups.findIndex(group => starts.has(group.start + by));
  if (met < 0 && to < text.length) return undefined;
  const next = nextGroups[met];
  const changed = next === undefined ? read : read.slice(0, starts.get(next.start + by));
  const behind = next === undefined ? [] : groups.slice(after + met);
  const movedLines = lines.positionAt(end).line - linesBefore.positionAt(endBefore).line;
  return [
    ...groups.slice(0, Math.max(0, first)),
    ...groupsOf(changed, text),
    ...behind.map(group => group.moved(by, movedLines)),
  ];
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
