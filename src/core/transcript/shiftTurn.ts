import type { TextRange } from '../text/textRange';
import type { AppliedCode, Turn } from './transcript';

/** A turn whose ranges in the text are moved by so many code units. */
export function shiftTurn(turn: Turn, by: number): Turn {
  return {
    ...turn,
    range: moved(turn.range, by),
    head: moved(turn.head, by),
    codes: turn.codes.map(code => movedCode(code, by)),
    spans: turn.spans.map(span => ({
      ...span,
      range: moved(span.range, by),
      passage: moved(span.passage, by),
      codes: span.codes.map(code => movedCode(code, by)),
    })),
    faults: turn.faults.map(fault => ({ ...fault, range: moved(fault.range, by) })),
    paragraphs: turn.paragraphs.map(lines => lines.map(line => moved(line, by))),
  };
}

function moved({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

function movedCode({ code, range }: AppliedCode, by: number): AppliedCode {
  return { code, range: moved(range, by) };
}
