/** How far into a text the `protocol:` line is looked for, in UTF-16 code units. */
const HEAD = 4096;
const OPENING = /^\ufeff?---[ \t]*(?:\r\n?|\n)/;
const LINE = /([^\r\n]*)(?:\r\n?|\n|$)/y;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;

/**
 * Whether a text, of which `head` is the beginning, calls itself a session note: its first line is `---`, and a
 * line of the front matter starts with `protocol:`. Whether the YAML parses does not matter. Only the first 4 KB
 * are looked at.
 */
export function looksLikeNote(head: string): boolean {
  const text = head.slice(0, HEAD);
  const opening = OPENING.exec(text);
  if (opening === null) return false;
  LINE.lastIndex = opening[0].length;
  while (LINE.lastIndex < text.length) {
    const line = LINE.exec(text)?.[1] ?? '';
    if (line.startsWith('protocol:')) return true;
    if (CLOSING.test(line)) return false;
  }
  return false;
}
