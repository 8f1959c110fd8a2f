import { shifted } from '../text/textRange';
import type { AppliedCode, Turn } from './transcript';

/** A turn whose ranges in the text are moved by so many code units. */
export function shiftTurn(turn: Turn, by: number): Turn {
  return {
    ...turn,
    range: shifted(turn.range, by),
    head: shifted(turn.head, by),
    codes: turn.codes.map(code => movedCode(code, by)),
    spans: turn.spans.map(span => ({
      ...span,
      range: shifted(span.range, by),
      passage: shifted(span.passage, by),
      codes: span.codes.map(code => movedCode(code, by)),
    })),
    faults: turn.faults.map(fault => ({ ...fault, range: shifted(fault.range, by) })),
    paragraphs: turn.paragraphs.map(lines => lines.map(line => shifted(line, by))),
  };
}

function movedCode({ code, range }: AppliedCode, by: number): AppliedCode {
  return { code, range: shifted(range, by) };
}
