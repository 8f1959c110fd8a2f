/** The lines of a text without their ends: CRLF, LF and a lone CR. */
export function textLines(text: string): readonly string[] {
  // The engine cuts at a string several times as fast as at a pattern.
  return text.includes('\r') ? text.split(/\r\n?|\n/) : text.split('\n');
}

/** Whether a text mixes several kinds of line ends; such a text is not edited, since an editor would unify them. */
export function hasMixedLineEnds(text: string): boolean {
  return new Set(text.match(/\r\n|\n|\r/g)).size > 1;
}

/**
 * The same string in memory of its own. A slice keeps the whole text alive that it was cut from, which over all
 * notes would be their whole text; joining and cutting again makes the engine copy it.
 */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
