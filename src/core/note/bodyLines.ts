import type { LineIndex } from '../text/lineIndex';
import type { TextRange } from '../text/textRange';
import { textStart } from '../text/textStart';
import type { FrontMatterSource, SourceLine } from './outline';

/** Where the body of a text starts: behind the front matter, or the byte order mark. */
export function bodyStart(
  text: string,
  lines: LineIndex,
  frontMatter: FrontMatterSource | undefined,
): number {
  if (frontMatter === undefined) return textStart(text);
  return lines.lineStart(lines.positionAt(frontMatter.range.end).line + 1);
}

/** The lines of a text from `start` on, which begins a line, counted from 0 there, as ranges of the whole text. */
export class BodyLines {
  readonly text: string;
  readonly start: number;
  readonly #lines: LineIndex;
  readonly #firstLine: number;

  constructor(text: string, lines: LineIndex, start: number) {
    this.text = text;
    this.start = start;
    this.#lines = lines;
    this.#firstLine = lines.positionAt(start).line;
  }

  /** The 0-based line of the whole text. */
  lineOf(bodyLine: number): number {
    return this.#firstLine + bodyLine;
  }

  /** A line without its line end. */
  rangeOf(bodyLine: number): TextRange {
    const { start, end } = this.#lines.lineRange(this.lineOf(bodyLine));
    return { start: Math.max(start, this.start), end };
  }

  /** A line without the blanks around it. */
  wordsOf(bodyLine: number): TextRange {
    const range = this.rangeOf(bodyLine);
    let { start, end } = range;
    while (start < end && isBlankUnit(this.text.charCodeAt(start))) start++;
    while (end > start && isBlankUnit(this.text.charCodeAt(end - 1))) end--;
    return { start, end };
  }

  /** From the start of line `first` to the end of the last line before `after` that is not blank. */
  blockRange(first: number, after: number): TextRange {
    let last = Math.max(first, after - 1);
    let words = this.wordsOf(last);
    while (last > first && words.start === words.end) words = this.wordsOf(--last);
    return { start: this.rangeOf(first).start, end: this.rangeOf(last).end };
  }

  sourceLine(range: TextRange): SourceLine {
    return { text: this.text.slice(range.start, range.end), range };
  }
}

const TAB = 9;
const SPACE = 32;

/** Whether a code unit is a blank of Markdown: a space or a tab. */
export function isBlankUnit(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}
