import { indexLines, type LineIndex } from '../text/lineIndex';
import { BodyLines } from './bodyLines';
import { findConflict } from './conflict';
import { findFrontMatter } from './frontMatterSource';
import type { Block, Heading, Outline } from './outline';
import { parseBlocks } from './parseOutline';

/** The starts of lines that begin a heading, or what may hide one. */
const OPENINGS = ['#', '```', '~~~', '<!--'] as const;
const FENCE = /^(`{3,}|~{3,})/;

/**
 * The outline of a long text in a fraction of the time: its ATX headings at the start of a line, in no fence or comment
 * that opens at the start of a line, and between them stretches that are not looked into.
 */
export function parseHeadings(text: string): Outline {
  const lines = indexLines(text);
  const frontMatter = findFrontMatter(text, lines);
  const { start } = new BodyLines(text, lines, frontMatter);
  const blocks: Block[] = [];
  let done = start;
  for (const heading of findHeadings(text, start, lines)) {
    addStretch(text, done, heading.range.start, blocks);
    blocks.push(heading);
    done = heading.range.end;
  }
  addStretch(text, done, text.length, blocks);
  return { text, lines, frontMatter, blocks, tooDeep: undefined, conflict: findConflict(text) };
}

function addStretch(text: string, from: number, to: number, blocks: Block[]): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  if (start < end) blocks.push({ kind: 'html', range: { start, end } });
}

function findHeadings(text: string, from: number, lines: LineIndex): readonly Heading[] {
  const headings: Heading[] = [];
  let hiddenUntil = from;
  for (const at of openings(text, from)) {
    if (at < hiddenUntil) continue;
    if (text.charAt(at) === '#') headings.push(...headingAt(text, at, lines));
    else hiddenUntil = endOfHidden(text, at);
  }
  return headings;
}

/** Where a line begins with one of the openings, in order. */
function openings(text: string, from: number): readonly number[] {
  const places: number[] = [];
  for (const opening of OPENINGS) {
    let at = text.startsWith(opening, from) ? from : nextLine(text, opening, from);
    while (at >= 0) {
      places.push(at);
      at = nextLine(text, opening, at);
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
