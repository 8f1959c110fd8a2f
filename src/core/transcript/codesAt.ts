import { type TextRange, touches } from '../text/textRange';
import { codingsOf } from './codings';
import type { AppliedCode, Turn } from './transcript';

/** The code that is written at `offset` in one of `turns`, if one is. */
export function writtenCodeAt(turns: readonly Turn[], offset: number): AppliedCode | undefined {
  const written = turns.flatMap(({ codes, spans }) => [...spans.flatMap(span => span.codes), ...codes]);
  return written.find(({ range }) => touches(range, offset));
}

/** A code that can be taken off: of the whole turn, or of a passage. */
export interface RemovableCode {
  readonly turn: Turn;
  readonly code: string;
  /** The passage in the text, its markup included; undefined for a code of the whole turn. */
  readonly passage: TextRange | undefined;
}

/** The codes at a caret or selection: those of the passages that it touches, then those of the turns. */
export function removableCodes(turns: readonly Turn[], range: TextRange): readonly RemovableCode[] {
  return turns.flatMap(turn => {
    const passages = codingsOf(turn).flatMap(({ code, pieces }) => {
      const start = pieces[0]?.range.start ?? 0;
      const end = pieces.at(-1)?.range.end ?? start;
      const isHere = touches(range, start) || touches({ start, end }, range.start);
      return isHere ? [{ turn, code, passage: { start, end } }] : [];
    });
    const ofTurn = turn.codes.map(({ code }) => ({ turn, code, passage: undefined }));
    return [...passages, ...ofTurn];
  });
}
