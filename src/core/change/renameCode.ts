import type { Note } from '../note/note';
import type { TextEdit } from '../text/textEdit';
import type { AppliedCode, Turn } from '../transcript/transcript';
import { TurnChunks } from '../transcript/turnChunks';
import { type Edits, editsOf } from './change';

/** Writes `to` for the code `from` in a transcript, on turns and passages; where both stand, `from` is taken off. */
export function renameCode(note: Note, from: string, to: string): Edits {
  const { text } = note.outline;
  return editsOf([...TurnChunks.of(note).turns()].flatMap(turn => renameInTurn(text, turn, from, to)));
}

function renameInTurn(text: string, turn: Turn, from: string, to: string): readonly TextEdit[] {
  return [turn.codes, ...turn.spans.map(({ codes }) => codes)].flatMap(codes =>
    renameIn(text, codes, from, to),
  );
}

function renameIn(
  text: string,
  codes: readonly AppliedCode[],
  from: string,
  to: string,
): readonly TextEdit[] {
  const isThere = codes.some(({ code }) => code === to);
  return codes
    .filter(({ code }) => code === from)
    .map(({ range }) => {
      if (!isThere) return { range: { start: range.start + 1, end: range.end }, newText: to };
      const isBehindBlank = /[ \t]/.test(text.charAt(range.start - 1));
      // The first code of a comment has its blank behind it.
      const start = isBehindBlank ? range.start - 1 : range.start;
      const end = isBehindBlank || !/[ \t]/.test(text.charAt(range.end)) ? range.end : range.end + 1;
      return { range: { start, end }, newText: '' };
    });
}
