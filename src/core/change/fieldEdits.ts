import type { FrontMatterEntry } from '../note/frontMatter';
import type { Note } from '../note/note';
import { lineEndOf, type TextEdit } from '../text/textEdit';

/** Whether keys can be added to the front matter as lines of their own: it is closed, and no `{ … }` on one line. */
export function takesLines({ outline, frontMatter: { entries } }: Note): boolean {
  const { frontMatter, lines } = outline;
  if (frontMatter?.closed !== true) return false;
  return entries.every(({ keyRange }) => lines.positionAt(keyRange.start).character === 0);
}

/**
 * Gives a field a value, `source` being YAML on one line: in place of the value that it has, else as the last line of
 * the front matter. Undefined where that takes no lines (see {@link takesLines}).
 */
export function setField(note: Note, field: string, source: string): TextEdit | undefined {
  if (!takesLines(note)) return undefined;
  const entry = note.frontMatter.entries.find(each => each.field === field);
  if (entry !== undefined) {
    const blank = entry.shape === 'missing' ? ' ' : '';
    return { range: entry.valueRange, newText: `${blank}${source}` };
  }
  const { text, frontMatter } = note.outline;
  const at = frontMatter?.yaml.end ?? 0;
  return { range: { start: at, end: at }, newText: `${field}: ${source}${lineEndOf(text)}` };
}

/**
 * Gives a field a value as {@link setField} does, in a front matter of its own where the note has none. Undefined where
 * the front matter takes no lines.
 */
export function fieldWriting(note: Note, field: string, source: string): TextEdit | undefined {
  const { text, frontMatter } = note.outline;
  if (frontMatter !== undefined) return setField(note, field, source);
  const eol = lineEndOf(text);
  const start = text.startsWith('\ufeff') ? 1 : 0;
  return { range: { start, end: start }, newText: `---${eol}${field}: ${source}${eol}---${eol}${eol}` };
}

/** Removes an entry: its lines, with a comment at their end; where something else stands on them, the value alone. */
export function fieldRemoval(
  { outline: { text, lines } }: Note,
  { keyRange, valueRange }: FrontMatterEntry,
): TextEdit {
  const start = lines.lineStart(lines.positionAt(keyRange.start).line);
  const line = lines.positionAt(valueRange.end).line;
  const isAlone =
    text.slice(start, keyRange.start).trim() === '' &&
    /^[ \t]*(?:#.*)?$/.test(text.slice(valueRange.end, lines.lineRange(line).end));
  return { range: isAlone ? { start, end: lines.lineStart(line + 1) } : valueRange, newText: '' };
}
