import { onOneLine } from './onOneLine';

/** What may mark up words anywhere: also `$` (mathematics) and `~` (struck out), which previews know. */
const MAY_BE_INLINE = /[\\`*[\]<~$_&]/;
const INLINE = /[\\`*[\]<~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu;
/** What makes a heading, a quote, a list, a rule or an underline of a line that begins with it. */
const AT_START = /^(?:#{1,6}(?=\s|$)|[-+>=]|:(?=-))/;
const NUMBERED = /^(\d{1,9})(?=[.)](?:\s|$))/;

/**
 * Text as one line of Markdown that shows it literally, whether it begins the line or stands further in; it takes as
 * few backslashes as that needs, so that the source reads well too.
 */
export function literalMarkdown(text: string): string {
  return literalLine(onOneLine(text));
}

/**
 * The same for a line whose blanks stay as they are, except that those at its ends go. `marks` are further signs,
 * none of Markdown's, that get a backslash.
 */
export function literalLine(line: string, marks?: RegExp): string {
  const plain = line.trim();
  const inline = MAY_BE_INLINE.test(plain) ? plain.replace(INLINE, '\\$&') : plain;
  const marked = marks === undefined ? inline : inline.replace(marks, '\\$&');
  return marked.replace(AT_START, '\\$&').replace(NUMBERED, '$1\\');
}
