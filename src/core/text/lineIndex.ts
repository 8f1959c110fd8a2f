import type { TextRange } from './textRange';

/** A place in a text; both counts start at 0, `character` in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From this length on, in UTF-16 code units, a text is long. */
const LONG = 256 * 1024;
/** How many lines there is room for at first. */
const FEW_LINES = 4096;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

type Numbers = readonly number[] | Int32Array;

/** Where each line of a text starts. CRLF, LF and a lone CR end a line, as in VS Code. */
export class LineIndex {
  readonly lineCount: number;
  readonly #text: string;
  readonly #starts: Numbers;

  /** Of the lines of `text` that start at `starts`; see {@link indexLines}. */
  constructor(text: string, starts: Numbers) {
    this.lineCount = starts.length;
    this.#text = text;
    this.#starts = starts;
  }

  /**
   * Indexes the lines of `text`, of which what stands before `start` and from `end` on stood in this text, too: here
   * up to the same place, and from `endBefore` on. What changed is a whole number of lines.
   */
  next(
    text: string,
    { start, end, endBefore }: { readonly start: number; readonly end: number; readonly endBefore: number },
  ): LineIndex {
    const known = this.#starts;
    const first = lastAtOrBefore(known, start);
    const after = lastAtOrBefore(known, endBefore) + 1;
    const changed = lineStarts(text.slice(start, end)).slice(1);
    const starts = new Int32Array(first + 1 + changed.length + known.length - after);
    for (let at = 0; at <= first; at++) starts[at] = known[at] ?? 0;
    for (const [at, offset] of changed.entries()) starts[first + 1 + at] = start + offset;
    const shift = end - endBefore;
    const tail = first + 1 + changed.length - after;
    for (let at = after; at < known.length; at++) starts[tail + at] = (known[at] ?? 0) + shift;
    return new LineIndex(text, starts);
  }

  /** The place of `offset`; an offset outside the text is moved to its nearest end. */
  positionAt(offset: number): Position {
    const inside = Math.min(Math.max(0, offset), this.#text.length);
    const line = lastAtOrBefore(this.#starts, inside);
    return { line, character: inside - this.lineStart(line) };
  }

  /** The offset of the first code unit of `line`; a line past the last gives the length of the text. */
  lineStart(line: number): number {
    return this.#starts[Math.max(0, line)] ?? this.#text.length;
  }

  /** The extent of `line` without its line end; a line past the last is empty at the end of the text. */
  lineRange(line: number): TextRange {
    const start = this.lineStart(line);
    let end = this.lineStart(line + 1);
    while (end > start && isLineEnd(this.#text.charCodeAt(end - 1))) end--;
    return { start, end };
  }
}

/** Indexes the lines of `text` in one pass. */
export function indexLines(text: string): LineIndex {
  return new LineIndex(text, lineStarts(text));
}

function lineStarts(text: string): Numbers {
  if (text.includes('\r')) return startsByUnits(text);
  if (text.length > LONG) return startsInLong(text);
  const starts = [0];
  // The engine finds line feeds faster than a loop over all code units.
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Many numbers are put into a list of their own kind several times as fast; few are not. */
function startsInLong(text: string): Numbers {
  let starts = new Int32Array(FEW_LINES);
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (count === starts.length) {
      const more = new Int32Array(2 * count);
      more.set(starts);
      starts = more;
    }
    starts[count++] = at + 1;
  }
  return starts.slice(0, count);
}

function startsByUnits(text: string): Numbers {
  const starts = [0];
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
export function lastAtOrBefore(starts: Numbers, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
