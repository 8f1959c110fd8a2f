import type { Note } from '../note/note';
import { lineEndOf } from '../text/textEdit';
import { type Edits, editsOf } from './change';

/**
 * Gives a field of the front matter a value, as YAML on one line: in place of the one that it has, else on a line of its
 * own at the end. Nothing where the note has no front matter that is closed.
 */
export function writeField({ outline, frontMatter: { entries } }: Note, field: string, yaml: string): Edits {
  const { text, lines, frontMatter } = outline;
  const entry = entries.find(each => each.field === field);
  if (entry !== undefined) {
    const isBare = text.charAt(entry.valueRange.start - 1) === ':';
    return editsOf([{ range: entry.valueRange, newText: isBare ? ` ${yaml}` : yaml }]);
  }
  if (frontMatter === undefined || !frontMatter.closed) return editsOf([]);
  const at = lines.lineStart(lines.positionAt(frontMatter.range.end).line);
  return editsOf([{ range: { start: at, end: at }, newText: `${field}: ${yaml}${lineEndOf(text)}` }]);
}
