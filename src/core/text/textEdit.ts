import type { TextRange } from './textRange';

/** Replaces `range` of a text by `newText`; an empty range inserts. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** Whether two edits touch the same code units (two insertions at one place do not). */
export function overlap(a: TextEdit, b: TextEdit): boolean {
  return a.range.start < b.range.end && b.range.start < a.range.end;
}

/**
 * The text after all `edits`, whose ranges refer to the text before any of them. Edits at the same place keep
 * their order. Throws a RangeError when two overlap: applying both would lose one.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let result = '';
  let done = 0;
  for (const { range, newText } of ordered) {
    if (range.start < done) throw new RangeError('edits overlap');
    result += text.slice(done, range.start) + newText;
    done = range.end;
  }
  return result + text.slice(done);
}

/** The line end that a text uses: that of its first line, `\n` where there is none. */
export function lineEndOf(text: string): '\n' | '\r\n' | '\r' {
  const match = /\r\n|\n|\r/.exec(text);
  if (match?.[0] === '\r\n') return '\r\n';
  return match?.[0] === '\r' ? '\r' : '\n';
}
