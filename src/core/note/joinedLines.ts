import { lastAtOrBefore } from '../text/lineIndex';
import type { TextRange } from '../text/textRange';
import type { SourceLine } from './outline';

/** The lines of a paragraph on one line, joined by single blanks, with the way back to the source. */
export interface JoinedLines {
  readonly text: string;
  /** Where a stretch of the joined text stands in the source, line ends and indentation between included. */
  sourceRange(start: number, end: number): TextRange;
}

/** Joins `lines`; each of them is a stretch of the source, in order. */
export function joinLines(lines: readonly SourceLine[]): JoinedLines {
  const [first, second] = lines;
  return first !== undefined && second === undefined ? new OneLine(first) : joinSeveral(lines);
}

/** As most paragraphs of items are: nothing is to be joined. */
class OneLine implements JoinedLines {
  readonly text: string;
  readonly #range: TextRange;

  constructor({ text, range }: SourceLine) {
    this.text = text;
    this.#range = range;
  }

  sourceRange(start: number, end: number): TextRange {
    const from = Math.min(this.#range.start + start, this.#range.end);
    // A stretch has its last character in the line; one that is empty may stand at its end.
    const last = Math.min(this.#range.start + end - 1, this.#range.end);
    return { start: from, end: end > start ? last + 1 : from };
  }
}

function joinSeveral(lines: readonly SourceLine[]): JoinedLines {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of lines) {
    starts.push(length);
    length += text.length + 1;
  }
  const sourceOffset = (at: number): number => {
    const index = lastAtOrBefore(starts, at);
    const line = lines[index];
    if (line === undefined) return 0;
    return Math.min(line.range.start + at - (starts[index] ?? 0), line.range.end);
  };
  return {
    text: lines.map(({ text }) => text).join(' '),
    sourceRange(start, end) {
      const from = sourceOffset(start);
      // The end belongs to the line of the last character, not to the line after it.
      return { start: from, end: end > start ? sourceOffset(end - 1) + 1 : from };
    },
  };
}
