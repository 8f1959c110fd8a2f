import type { TextRange } from '../text/textRange';

const OPEN = '<!--';
const CLOSE = '-->';
const BLANK = /\s*/y;

/** Whether HTML holds only comments and blanks; a comment that nothing closes runs to the end. */
export function isOnlyComments(html: string): boolean {
  let at = 0;
  for (;;) {
    BLANK.lastIndex = at;
    BLANK.test(html);
    at = BLANK.lastIndex;
    if (at >= html.length) return true;
    if (!html.startsWith(OPEN, at)) return false;
    at = commentEnd(html, at);
  }
}

/** The comments of a text, in order, wherever they stand. */
export function findComments(text: string): readonly TextRange[] {
  const comments: TextRange[] = [];
  let start = text.indexOf(OPEN);
  while (start >= 0) {
    const end = commentEnd(text, start);
    comments.push({ start, end });
    start = text.indexOf(OPEN, end);
  }
  return comments;
}

/** A text without its comments. */
export function withoutComments(text: string): string {
  if (!text.includes(OPEN)) return text;
  let rest = '';
  let done = 0;
  for (const { start, end } of findComments(text)) {
    rest += text.slice(done, start);
    done = end;
  }
  return rest + text.slice(done);
}

/** Where the comment that starts at `start` ends; `<!-->` and `<!--->` are comments too. */
function commentEnd(text: string, start: number): number {
  const close = text.indexOf(CLOSE, start + 2);
  return close < 0 ? text.length : close + CLOSE.length;
}
