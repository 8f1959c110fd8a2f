const BLANKS = /\s+/g;
/** Blanks that are not one space alone. */
const FOLDED = /\s\s|[^\S ]/;

/** A text on one line: each stretch of blanks and line ends is one blank, with none at the ends. */
export function onOneLine(text: string): string {
  // Most texts have none to fold.
  return (FOLDED.test(text) ? text.replace(BLANKS, ' ') : text).trim();
}
