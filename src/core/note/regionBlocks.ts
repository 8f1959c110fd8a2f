import { firstIndex } from '../text/firstIndex';
import type { LineRange, PartedLines, TextRange } from '../text/textRange';
import { firstGroupFrom } from './blockGroups';
import { readLabel } from './labels';
import type { Block, BlockGroup, List, ListItem, Outline, Paragraph, SourceLine } from './outline';
import type { StageLines } from './regions';

/**
 * The top-level blocks that begin in these lines, in order. Of a paragraph or list that stands there in part only that
 * part; any other block is whole where it begins.
 */
export function blocksIn(outline: Outline, lines: PartedLines): readonly Block[] {
  const found: Block[] = [];
  if (lines.first >= lines.after) return found;
  const within = stretchOf(outline, lines);
  for (const group of groupsIn(outline, within)) addBlocks(found, group, within);
  return found;
}

/** The same, found as they are asked for: of a long text, the rest is not looked at. */
export function eachBlockIn(outline: Outline, lines: PartedLines): Iterable<Block> {
  return { [Symbol.iterator]: () => walkBlocks(outline, lines) };
}

function* walkBlocks(outline: Outline, lines: PartedLines): Generator<Block, void, undefined> {
  if (lines.first >= lines.after) return;
  const within = stretchOf(outline, lines);
  for (const group of groupsIn(outline, within)) {
    const found: Block[] = [];
    addBlocks(found, group, within);
    yield* found;
  }
}

/** The groups whose blocks may reach into a stretch. */
function groupsIn({ groups }: Outline, { start, next }: Stretch): readonly BlockGroup[] {
  // The group before may reach into it.
  return groups.slice(Math.max(0, firstGroupFrom(groups, start) - 1), firstGroupFrom(groups, next));
}

/** Adds what of the blocks of a group stands in a stretch. */
function addBlocks(found: Block[], { blocks }: BlockGroup, within: Stretch): void {
  const first = firstIndex(blocks.length, at => (blocks[at]?.range.end ?? 0) >= within.start);
  for (let at = first; at < blocks.length; at++) {
    const block = blocks[at];
    if (block === undefined || block.range.start >= within.next) return;
    for (const part of partsOf(block, within)) found.push(part);
  }
}

/** Lines up to the end of the last one, and where the line behind them begins. */
interface Stretch extends TextRange {
  readonly next: number;
  /** Whether it begins within a line, behind a label. */
  readonly isBehindLabel: boolean;
}

function stretchOf({ lines: index }: Outline, { first, after, from }: PartedLines): Stretch {
  return {
    start: from ?? index.lineStart(first),
    end: index.lineRange(after - 1).end,
    next: after < index.lineCount ? index.lineStart(after) : Number.POSITIVE_INFINITY,
    isBehindLabel: from !== undefined,
  };
}

/** What of a block lies in a stretch. */
function partsOf(block: Block, within: Stretch): readonly Block[] {
  if (block.kind === 'paragraph') return cutParagraph(block, within);
  if (block.kind === 'list') return cutList(block, within);
  return block.range.start >= within.start ? [block] : [];
}

/** The lines of a stage that are in none of its sections; those from its mark to its first section come first. */
export function ownLines({
  lines,
  sections,
}: Pick<StageLines, 'lines' | 'sections'>): readonly PartedLines[] {
  const own: PartedLines[] = [];
  let rest: PartedLines = lines;
  for (const section of sections) {
    own.push(endingAt(rest, Math.max(rest.first, section.mark.line)));
    rest = { first: section.lines.after, after: lines.after };
  }
  return [...own, rest];
}

function endingAt({ first, from }: PartedLines, after: number): PartedLines {
  return from === undefined ? { first, after } : { first, after, from };
}

/** The lines of a note below its front matter that are in none of its stages, in order. */
export function outerLines(
  { lines, frontMatter }: Outline,
  stages: readonly Pick<StageLines, 'mark' | 'lines'>[],
): readonly LineRange[] {
  const outer: LineRange[] = [];
  let first = frontMatter === undefined ? 0 : lines.positionAt(frontMatter.range.end).line + 1;
  for (const stage of stages) {
    if (stage.mark.line > first) outer.push({ first, after: stage.mark.line });
    first = stage.lines.after;
  }
  return lines.lineCount > first ? [...outer, { first, after: lines.lineCount }] : outer;
}

/** The part of a paragraph that stands in a range: none where that is only the label of one line. */
function cutParagraph(paragraph: Paragraph, { start, end }: TextRange): readonly Paragraph[] {
  const { range } = paragraph;
  if (range.start >= start && range.end <= end) return [paragraph];
  const lines = paragraph.lines.flatMap(line => cutLine(line, start, end));
  const [first] = lines;
  if (first === undefined) return [];
  // Behind a label a part begins within a line, or with the next one.
  const isBehindLabel = paragraph.lines.some(line => line.range.start < start && start <= line.range.end);
  const from = isBehindLabel ? first.range.start : Math.max(range.start, start);
  return [{ kind: 'paragraph', range: { start: from, end: Math.min(range.end, end) }, lines }];
}

/**
 * The items of a list that begin in a range, as far as they stand in it. Where that begins behind a label in an item, the
 * words there are a paragraph, and what stands below them is the item's without words.
 */
function cutList(list: List, within: Stretch): readonly Block[] {
  const { start, end, isBehindLabel } = within;
  const { range, items } = list;
  if (range.start >= start && range.end <= end) return [list];
  const whole = items.flatMap(item =>
    item.range.start >= start && item.range.start < end ? cutItem(item, within) : [],
  );
  const labelled = isBehindLabel ? labelledItem(items, start) : undefined;
  const words = labelled === undefined ? [] : wordsBehind(labelled.item, { start, end });
  const below =
    labelled === undefined
      ? []
      : [...(holdsMore(labelled.item) ? [withoutWords(labelled.item)] : []), ...labelled.behind].map(item =>
          cutItem(item, within),
        );
  const rest = below.length === 0 ? whole : [...below, ...whole];
  const [first] = rest;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return words;
  const restRange = {
    start: isBehindLabel && start > range.start ? first.range.start : Math.max(range.start, start),
    end: last === items.at(-1) ? range.end : last.range.end,
  };
  return [...words, { kind: 'list', range: restRange, items: rest }];
}

/** The item in which a label ends at `start`, and the items behind it in those that it is nested in. */
function labelledItem(
  items: readonly ListItem[],
  start: number,
): { readonly item: ListItem; readonly behind: readonly ListItem[] } | undefined {
  const item = items.findLast(({ range }) => range.start < start);
  if (item === undefined) return undefined;
  const inner = labelledItem(item.items, start);
  if (inner === undefined) return { item, behind: [] };
  return { ...inner, behind: [...inner.behind, ...item.items.filter(({ range }) => range.start >= start)] };
}

/**
 * An item without what stands behind a stretch, where a label begins at the edge of the line that would go on with its
 * words. One that is indented is the item's.
 */
function cutItem(item: ListItem, within: Stretch): ListItem {
  const { end, next } = within;
  if (item.range.end <= end) return item;
  const { firstParagraph, items } = item;
  const cut = firstParagraph.findIndex(({ range }) => range.start === next);
  if (cut > 0) {
    const isLabelled = firstParagraph.slice(cut, cut + 1).some(line => readLabel(line) !== undefined);
    return isLabelled
      ? {
          ...item,
          ...onlyWords,
          firstParagraph: firstParagraph.slice(0, cut),
          range: { start: item.range.start, end },
        }
      : item;
  }
  const last = items.findLast(({ range }) => range.start < end);
  const inner = last && cutItem(last, within);
  if (last === undefined || inner === last) return item;
  return {
    ...item,
    range: { start: item.range.start, end },
    items: [...items.slice(0, items.indexOf(last)), ...(inner === undefined ? [] : [inner])],
  };
}

const onlyWords = { items: [], quotes: [], hasOtherContent: false } as const;

function wordsBehind({ firstParagraph }: ListItem, { start, end }: TextRange): readonly Paragraph[] {
  const lines = firstParagraph.flatMap(line => cutLine(line, start, end));
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  return [{ kind: 'paragraph', range: { start: first.range.start, end: last.range.end }, lines }];
}

function holdsMore({ items, quotes, hasOtherContent }: ListItem): boolean {
  return items.length > 0 || quotes.length > 0 || hasOtherContent;
}

function withoutWords(item: ListItem): ListItem {
  const start = item.firstParagraph.at(-1)?.range.end ?? item.range.start;
  return { ...item, firstParagraph: [], range: { start, end: item.range.end } };
}

function cutLine(line: SourceLine, start: number, end: number): readonly SourceLine[] {
  const { range, text } = line;
  if (range.start >= end || range.end <= start) return [];
  if (range.start >= start) return [line];
  const words = text.slice(start - range.start).trimStart();
  return words === '' ? [] : [{ text: words, range: { start: range.end - words.length, end: range.end } }];
}
