import type { LineIndex } from './lineIndex';
import type { TextRange } from './textRange';

/** A stretch of one line of a text, with all that it takes to show it when the text is no longer at hand. */
export interface LinePlace extends TextRange {
  /** 0-based. */
  readonly line: number;
  /** How far into the line it starts, in UTF-16 code units. */
  readonly character: number;
}

/** The part of `range` that stands on its first line. */
export function linePlace({ start, end }: TextRange, lines: LineIndex): LinePlace {
  const { line, character } = lines.positionAt(start);
  const lineEnd = lines.lineRange(line).end;
  return { start, end: Math.max(start, Math.min(end, lineEnd)), line, character };
}
