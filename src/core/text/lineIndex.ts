import type { TextRange } from './textRange';

/** A place in a text; both counts start at 0, `character` in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where each line of a text starts. CRLF, LF and a lone CR end a line, as in VS Code. */
export interface LineIndex {
  readonly lineCount: number;
  /** The place of `offset`; an offset outside the text is moved to its nearest end. */
  positionAt(offset: number): Position;
  /** The offset of the first code unit of `line`; a line past the last gives the length of the text. */
  lineStart(line: number): number;
  /** The extent of `line` without its line end; a line past the last is empty at the end of the text. */
  lineRange(line: number): TextRange;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Indexes the lines of `text` in one pass. */
export function indexLines(text: string): LineIndex {
  const starts = lineStarts(text);
  const lineStart = (line: number): number => starts[Math.max(0, line)] ?? text.length;
  return {
    lineCount: starts.length,
    lineStart,
    positionAt(offset) {
      const inside = Math.min(Math.max(0, offset), text.length);
      const line = lastAtOrBefore(starts, inside);
      return { line, character: inside - lineStart(line) };
    },
    lineRange(line) {
      const start = lineStart(line);
      let end = lineStart(line + 1);
      while (end > start && isLineEnd(text.charCodeAt(end - 1))) end--;
      return { start, end };
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    // The engine finds line feeds faster than a loop over all code units.
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!isLineEnd(unit)) continue;
    if (unit === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++;
    starts.push(at + 1);
  }
  return starts;
}

function isLineEnd(unit: number): boolean {
  return unit === LINE_FEED || unit === CARRIAGE_RETURN;
}

/** The index of the last of the ascending `starts` that is not after `offset`; 0 where all are. */
export function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
