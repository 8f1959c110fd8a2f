import type { LineRange } from '../text/textRange';
import type { Block, Outline, Paragraph } from './outline';
import type { StageLines } from './regions';

/**
 * The top-level blocks that begin in these lines, in order. Of a paragraph that stands there in part only that part;
 * any other block is whole where it begins.
 */
export function blocksIn(outline: Outline, lines: LineRange): readonly Block[] {
  if (lines.first >= lines.after) return [];
  const { blocks } = outline;
  const start = outline.lines.lineStart(lines.first);
  const end = lines.after < outline.lines.lineCount ? outline.lines.lineStart(lines.after) : Infinity;
  const found: Block[] = [];
  for (let at = firstReaching(blocks, start); at < blocks.length; at++) {
    const block = blocks[at];
    if (block === undefined || block.range.start >= end) break;
    if (block.kind === 'paragraph') found.push(cutParagraph(block, outline, lines));
    else if (block.range.start >= start) found.push(block);
  }
  return found;
}

/** The lines of a stage that are in none of its sections; those from its mark to its first section come first. */
export function ownLines({ lines, sections }: Pick<StageLines, 'lines' | 'sections'>): readonly LineRange[] {
  const own: LineRange[] = [];
  let { first } = lines;
  for (const section of sections) {
    own.push({ first, after: section.mark.line });
    first = section.lines.after;
  }
  return [...own, { first, after: lines.after }];
}

/** The index of the first of the blocks, which follow each other, that ends at `offset` or after it. */
function firstReaching(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.range.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part of a paragraph that stands in these lines, which is at least one line of it. */
function cutParagraph(
  paragraph: Paragraph,
  { lines: index }: Outline,
  { first, after }: LineRange,
): Paragraph {
  const { range, lines } = paragraph;
  const start = Math.max(range.start, index.lineStart(first));
  const end = Math.min(range.end, index.lineRange(after - 1).end);
  if (start === range.start && end === range.end) return paragraph;
  const inside = lines.filter(line => line.range.start >= start && line.range.end <= end);
  return { kind: 'paragraph', range: { start, end }, lines: inside };
}
