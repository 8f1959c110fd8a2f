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

/** The comments in a stretch of a text, as they are written, in order. */
export function commentsIn(text: string, range: TextRange): readonly string[] {
  const source = text.slice(range.start, range.end);
  return findComments(source).map(({ start, end }) => source.slice(start, end));
}

/** A text without its comments, or those of them that `goes` takes. */
export function withoutComments(text: string, goes: (comment: string) => boolean = () => true): string {
  if (!text.includes(OPEN)) return text;
  let rest = '';
  let done = 0;
  for (const { start, end } of findComments(text)) {
    if (!goes(text.slice(start, end))) continue;
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
