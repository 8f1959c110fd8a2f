import type { FrontMatterEntry } from '../note/frontMatter';
import type { Note } from '../note/note';
import { lineEndOf, type TextEdit } from '../text/textEdit';
import type { TextRange } from '../text/textRange';
import { textStart } from '../text/textStart';

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
  const { text, frontMatter } = note.outline;
  const entry = note.frontMatter.entries.find(each => each.field === field);
  if (entry !== undefined) {
    const blank = entry.shape === 'missing' ? ' ' : '';
    const comments = yamlComments(text, entry.valueRange, entry).map(comment => lineEndOf(text) + comment);
    return { range: entry.valueRange, newText: `${blank}${source}${comments.join('')}` };
  }
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
  const start = textStart(text);
  return { range: { start, end: start }, newText: `---${eol}${field}: ${source}${eol}---${eol}${eol}` };
}

/** Removes an entry: its lines, but for the comments on them; where something else stands there, the value alone. */
export function fieldRemoval({ outline: { text, lines } }: Note, entry: FrontMatterEntry): TextEdit {
  const { keyRange, valueRange } = entry;
  const start = lines.lineStart(lines.positionAt(keyRange.start).line);
  const line = lines.positionAt(valueRange.end).line;
  const { end } = lines.lineRange(line);
  const isAlone =
    text.slice(start, keyRange.start).trim() === '' &&
    /^[ \t]*(?:#.*)?$/.test(text.slice(valueRange.end, end));
  if (!isAlone) return { range: valueRange, newText: '' };
  const comments = yamlComments(text, { start: keyRange.end, end }, entry);
  return {
    range: { start, end: lines.lineStart(line + 1) },
    newText: comments.map(comment => comment + lineEndOf(text)).join(''),
  };
}

/** A comment of YAML, to the end of its line. */
const COMMENT = /(?<=[ \t\r\n])#[^\r\n]*/g;

/** The comments of the user in a stretch of an entry, between its values. */
function yamlComments(
  text: string,
  { start, end }: TextRange,
  { values }: FrontMatterEntry,
): readonly string[] {
  const inside = values.map(({ range }) => range).filter(range => range.start >= start && range.end <= end);
  const starts = [start, ...inside.map(range => range.end)];
  const ends = [...inside.map(range => range.start), end];
  const gaps = starts.map((from, at) => text.slice(from, ends[at]));
  return gaps.flatMap(gap => [...gap.matchAll(COMMENT)].map(([comment]) => comment.trimEnd()));
}
