import { lastAtOrBefore } from '../text/lineIndex';
import type { TextRange } from '../text/textRange';

/** A text put together from stretches of a source, with the way back. */
export class SourceMap {
  readonly #starts: number[] = [];
  readonly #sources: TextRange[] = [];

  /** Says that the text goes on at `start` with this stretch of the source. Stretches come in order. */
  add(start: number, source: TextRange): void {
    this.#starts.push(start);
    this.#sources.push(source);
  }

  /** Where the character at `at` stands in the source; past its last stretch, the end of that. */
  sourceOf(at: number): number {
    const index = lastAtOrBefore(this.#starts, at);
    const source = this.#sources[index];
    if (source === undefined) return 0;
    return Math.min(source.start + Math.max(0, at - (this.#starts[index] ?? 0)), source.end);
  }

  /** Where a stretch of the text stands in the source, whatever stands between its parts there included. */
  rangeOf({ start, end }: TextRange): TextRange {
    const from = this.sourceOf(start);
    // The end belongs to the last character, not to what follows it.
    return { start: from, end: end > start ? this.sourceOf(end - 1) + 1 : from };
  }

  /** Where the text stands that the source has at `offset` or next after it; the length of the text past its end. */
  textOf(offset: number, textLength: number): number {
    for (const [index, { start, end }] of this.#sources.entries()) {
      if (offset < end) return (this.#starts[index] ?? 0) + Math.max(0, offset - start);
    }
    return textLength;
  }
}
