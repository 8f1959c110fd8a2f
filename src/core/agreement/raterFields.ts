import type { Note } from '../note/note';
import { lineEndOf, type TextEdit } from '../text/textEdit';

/**
 * Gives a field of the front matter a value, as YAML on one line: in place of the one that it has, else on a line of its
 * own at the end. Nothing where the note has no front matter that is closed.
 */
export function fieldEdit(
  { outline, frontMatter: { entries } }: Note,
  field: string,
  yaml: string,
): readonly TextEdit[] {
  const { text, lines, frontMatter } = outline;
  const entry = entries.find(each => each.field === field);
  if (entry !== undefined) {
    const isBare = text.charAt(entry.valueRange.start - 1) === ':';
    return [{ range: entry.valueRange, newText: isBare ? ` ${yaml}` : yaml }];
  }
  if (frontMatter === undefined || !frontMatter.closed) return [];
  const at = lines.lineStart(lines.positionAt(frontMatter.range.end).line);
  return [{ range: { start: at, end: at }, newText: `${field}: ${yaml}${lineEndOf(text)}` }];
}
