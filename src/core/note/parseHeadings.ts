import { type ChangedLines, changedLines } from '../text/changedLines';
import { indexLines, type LineIndex, reindexLines } from '../text/lineIndex';
import type { TextRange } from '../text/textRange';
import { BodyLines } from './bodyLines';
import { CONFLICT_MARK, findConflict } from './conflict';
import { findFrontMatter } from './frontMatterSource';
import type { Block, Heading, Outline } from './outline';
import { hasMark, keepOrigin } from './outlineChange';
import { parseBlocks } from './parseOutline';

/** The starts of lines that begin a heading, or what may hide one. */
const OPENINGS = ['#', '```', '~~~', '<!--'] as const;
const FENCE = /^(`{3,}|~{3,})/;

/**
 * The outline of a long text in a fraction of the time: its ATX headings at the start of a line, in no fence or comment
 * that opens at the start of a line, and between them stretches that are not looked into. What stood in the same way in
 * the text of `before`, such an outline of an older version, is not looked for again.
 */
export function parseHeadings(text: string, before?: Outline): Outline {
  const change = before === undefined ? undefined : changedLines(before.text, text);
  const lines =
    before === undefined || change === undefined
      ? indexLines(text)
      : reindexLines(before.lines, text, change);
  const frontMatter = findFrontMatter(text, lines);
  const { start } = new BodyLines(text, lines, frontMatter);
  const blocks: Block[] = [];
  let done = start;
  const isBelowHead =
    change !== undefined &&
    change.start >= start &&
    before?.frontMatter?.range.end === frontMatter?.range.end;
  const hides =
    before === undefined || !isBelowHead
      ? mayHide(text, start, text.length)
      : hiding.has(before) || mayHide(text, change.start, change.end);
  const headings =
    before !== undefined && isBelowHead && !hides
      ? headingsAfter(before, change, text, lines)
      : findHeadings(text, { start, end: text.length }, lines);
  for (const heading of headings) {
    addStretch(text, done, heading.range.start, blocks);
    blocks.push(heading);
    done = heading.range.end;
  }
  addStretch(text, done, text.length, blocks);
  const outline = withConflict({ text, lines, frontMatter, blocks }, before, change);
  if (hides) hiding.add(outline);
  return outline;
}

function withConflict(
  parts: Pick<Outline, 'text' | 'lines' | 'frontMatter' | 'blocks'>,
  before: Outline | undefined,
  change: ChangedLines | undefined,
): Outline {
  const outline: Outline = { ...parts, tooDeep: undefined, conflict: undefined };
  keepOrigin(outline, before, change);
  if (!hasMark(outline, CONFLICT_MARK)) return outline;
  const marked = { ...outline, conflict: findConflict(parts.text) };
  keepOrigin(marked, before, change);
  return marked;
}

/** The outlines in which a fence or comment opens anywhere, or did in a version that they were made from. */
const hiding = new WeakSet<Outline>();

/** Whether a fence or comment opens in a stretch, so that a change may hide headings far from it, or bring them to light. */
function mayHide(text: string, start: number, end: number): boolean {
  const isIn = (opening: string): boolean => {
    if (text.startsWith(opening, start)) return true;
    // A long stretch is looked through where it stands: to copy it takes longer.
    const isRest = end === text.length;
    const at = isRest ? text.indexOf(`\n${opening}`, start) : text.slice(start, end).indexOf(`\n${opening}`);
    return at >= 0;
  };
  return OPENINGS.some(opening => opening !== '#' && isIn(opening));
}

function headingsAfter(
  before: Outline,
  { start, end, endBefore }: ChangedLines,
  text: string,
  lines: LineIndex,
): readonly Heading[] {
  const known = before.blocks.filter(block => block.kind === 'heading');
  const shift = end - endBefore;
  const moved = known
    .filter(({ range }) => range.start >= endBefore)
    .map(heading => {
      const range = { start: heading.range.start + shift, end: heading.range.end + shift };
      const titleRange = { start: heading.titleRange.start + shift, end: heading.titleRange.end + shift };
      return { ...heading, line: lines.positionAt(range.start).line, range, titleRange };
    });
  return [
    ...known.filter(({ range }) => range.start < start),
    ...findHeadings(text, { start, end }, lines),
    ...moved,
  ];
}

function addStretch(text: string, from: number, to: number, blocks: Block[]): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  if (start < end) blocks.push({ kind: 'html', range: { start, end } });
}

function findHeadings(text: string, { start, end }: TextRange, lines: LineIndex): readonly Heading[] {
  const headings: Heading[] = [];
  let hiddenUntil = start;
  for (const at of openings(text, start, end)) {
    if (at < hiddenUntil) continue;
    if (text.charAt(at) === '#') headings.push(...headingAt(text, at, lines));
    else hiddenUntil = endOfHidden(text, at);
  }
  return headings;
}

/** Where a line begins with one of the openings, in order. */
function openings(text: string, from: number, to: number): readonly number[] {
  const stretch = from === 0 && to === text.length ? text : text.slice(from, to);
  const places: number[] = [];
  for (const opening of OPENINGS) {
    let at = stretch.startsWith(opening) ? 0 : nextLine(stretch, opening, 0);
    while (at >= 0) {
      places.push(from + at);
      at = nextLine(stretch, opening, at);
    }
  }
  return places.sort((a, b) => a - b);
}

function nextLine(text: string, opening: string, from: number): number {
  const at = text.indexOf(`\n${opening}`, from);
  return at < 0 ? -1 : at + 1;
}

function headingAt(text: string, at: number, lines: LineIndex): readonly Heading[] {
  const line = lines.positionAt(at).line;
  const { start, end } = lines.lineRange(line);
  const [block] = parseBlocks(text.slice(start, end));
  if (block?.kind !== 'heading') return [];
  const shifted = (range: Heading['range']): Heading['range'] => ({
    start: range.start + start,
    end: range.end + start,
  });
  return [{ ...block, line, range: shifted(block.range), titleRange: shifted(block.titleRange) }];
}

/** Where the fence or comment that opens at `at` ends; the end of the text where nothing closes it. */
function endOfHidden(text: string, at: number): number {
  const fence = FENCE.exec(text.slice(at, at + 80))?.[1];
  const close = fence === undefined ? '-->' : `\n${fence}`;
  const end = text.indexOf(close, at + 1);
  return end < 0 ? text.length : end + close.length;
}
