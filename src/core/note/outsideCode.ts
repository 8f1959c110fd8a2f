import type { TextRange } from '../text/textRange';
import type { Block, Outline } from './outline';

/** A line of a list or quote that opens or closes a fence, behind any list markers and quote signs. */
const FENCE = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*(`{3,}|~{3,})/;

/** The stretches of `blocks` of a text that are no code, in order. */
export function outsideCode(
  outline: Pick<Outline, 'text' | 'lines'>,
  blocks: readonly Block[],
): readonly TextRange[] {
  return blocks.flatMap(block => {
    if (block.kind === 'code') return [];
    return block.kind === 'list' || block.kind === 'quote'
      ? outsideFences(outline, block.range)
      : [block.range];
  });
}

function outsideFences(
  { text, lines }: Pick<Outline, 'text' | 'lines'>,
  range: TextRange,
): readonly TextRange[] {
  const stretches: TextRange[] = [];
  let start = range.start;
  let fence: string | undefined;
  const last = lines.positionAt(range.end).line;
  for (let line = lines.positionAt(range.start).line; line <= last; line++) {
    const extent = lines.lineRange(line);
    const marks = FENCE.exec(text.slice(extent.start, extent.end))?.[1];
    if (marks === undefined) continue;
    if (fence === undefined) {
      fence = marks;
      stretches.push({ start, end: extent.start });
    } else if (marks.startsWith(fence)) {
      fence = undefined;
      start = extent.end;
    }
  }
  return fence === undefined ? [...stretches, { start, end: range.end }] : stretches;
}
