import type { TextRange } from '../text/textRange';

/** An escape, a hard line break, the start of an HTML comment, or a mark of CriticMarkup. */
const TOKEN = /\\(?:[!-/:-@[-`{-~]|\n)|\{==|==\}|\{>>|<<\}|<!--/g;
const COMMENT_OPEN = '<!--';
const COMMENT_CLOSE = '-->';

export type Bracket = '{==' | '==}' | '{>>' | '<<}';

/** What is no plain text in a paragraph. */
export interface MarkupToken extends TextRange {
  readonly kind: 'escape' | 'html' | Bracket;
}

/** The tokens of a paragraph, its lines joined by `\n`. An HTML comment that nothing closes is text. */
export function markupTokens(paragraph: string): readonly MarkupToken[] {
  const tokens: MarkupToken[] = [];
  const lastClose = paragraph.lastIndexOf(COMMENT_CLOSE);
  let done = 0;
  for (const { 0: text, index: start } of paragraph.matchAll(TOKEN)) {
    const isHtml = text === COMMENT_OPEN;
    if (start < done || (isHtml && lastClose < start + text.length)) continue;
    done = isHtml
      ? paragraph.indexOf(COMMENT_CLOSE, start + text.length) + COMMENT_CLOSE.length
      : start + text.length;
    tokens.push({ kind: isHtml ? 'html' : kindOf(text), start, end: done });
  }
  return tokens;
}

function kindOf(text: string): MarkupToken['kind'] {
  return text === '{==' || text === '==}' || text === '{>>' || text === '<<}' ? text : 'escape';
}

/**
 * For each mark that opens a passage or comment and is closed, the index of the token that closes it. A passage does
 * not hold another one, nor a comment a comment: of two that open, the first is not closed. What stands in a comment is
 * its memo, whatever it looks like.
 */
export function closingMarks(tokens: readonly MarkupToken[]): ReadonlyMap<number, number> {
  const comments = pairsOf(tokens, '{>>', '<<}', new Map());
  return new Map([...comments, ...pairsOf(tokens, '{==', '==}', comments)]);
}

/** `hidden`: the stretches of tokens that are not looked at. */
function pairsOf(
  tokens: readonly MarkupToken[],
  opening: Bracket,
  closing: Bracket,
  hidden: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  let open: number | undefined;
  for (let at = 0; at < tokens.length; at++) {
    const kind = tokens[at]?.kind;
    if (kind === closing && open !== undefined) pairs.set(open, at);
    if (kind === opening) open = at;
    else if (kind === closing) open = undefined;
    at = hidden.get(at) ?? at;
  }
  return pairs;
}
