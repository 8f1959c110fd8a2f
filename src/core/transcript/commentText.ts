import { CODE_LIKE, ID } from '../text/ids';
import type { TextRange } from '../text/textRange';
import { unescaped } from './turnHead';

const LEADING = new RegExp(String.raw`\s*(?:#(${ID})|\^(s\d+)|#(${CODE_LIKE}))(?=\s|$)`, 'uy');
const LAST_PIECE = /\s\^(s\d+)\s*$/;
const BLANKS = /\s+/g;

/** What the comment behind a passage says. */
interface CommentText {
  /** `range` is that of `#id` in the comment. */
  readonly codes: readonly { readonly code: string; readonly range: TextRange }[];
  /** Where what is meant as a code stands that is not written as one. */
  readonly miswritten: readonly TextRange[];
  readonly memo: string | undefined;
  readonly piece: string | undefined;
}

/** Reads what stands between `{>>` and `<<}`: codes, the `^s1` of a piece, then the memo. */
export function readComment(content: string): CommentText {
  const codes: CommentText['codes'][number][] = [];
  const miswritten: TextRange[] = [];
  let piece: string | undefined;
  let at = 0;
  for (;;) {
    LEADING.lastIndex = at;
    const match = LEADING.exec(content);
    if (match === null) break;
    const [, code, named, wrong] = match;
    at = LEADING.lastIndex;
    piece ??= named;
    if (code !== undefined) codes.push({ code, range: { start: at - code.length - 1, end: at } });
    if (wrong !== undefined) miswritten.push({ start: at - wrong.length - 1, end: at });
  }
  const rest = content.slice(at);
  const last = piece === undefined ? LAST_PIECE.exec(rest) : null;
  const memo = unescaped((last === null ? rest : rest.slice(0, last.index)).replace(BLANKS, ' ').trim());
  return { codes, miswritten, memo: memo === '' ? undefined : memo, piece: piece ?? last?.[1] };
}
