import type { TextRange } from './textRange';

/** Replaces `range` of a text by `newText`; an empty range inserts. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
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

/** Where what stands at `offset` after all `edits` stood before them; the start of the edit, where one wrote it. */
export function offsetBefore(edits: readonly TextEdit[], offset: number): number {
  let moved = 0;
  for (const { range, newText } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    const start = range.start + moved;
    if (offset < start) break;
    if (offset < start + newText.length) return range.start;
    moved += newText.length - (range.end - range.start);
  }
  return offset - moved;
}

/** The line end that a text uses: that of its first line, `\n` where there is none. */
export function lineEndOf(text: string): '\n' | '\r\n' | '\r' {
  const match = /\r\n|\n|\r/.exec(text);
  if (match?.[0] === '\r\n') return '\r\n';
  return match?.[0] === '\r' ? '\r' : '\n';
}

/** The one edit that makes `after` of `before` and touches as little as it can; undefined where they are the same. */
export function editBetween(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let kept = 0;
  while (kept < shorter - start && before.at(-1 - kept) === after.at(-1 - kept)) kept++;
  // What belongs together, the halves of a character or of a line end, is not parted.
  while (start > 0 && isParted(before, start)) start--;
  while (kept > 0 && isParted(before, before.length - kept)) kept--;
  return { range: { start, end: before.length - kept }, newText: after.slice(start, after.length - kept) };
}

function isParted(text: string, offset: number): boolean {
  return /[\r\ud800-\udbff]/.test(text.charAt(offset - 1));
}
