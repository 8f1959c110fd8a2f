import Markdown, { type MarkdownIt, type Token } from 'markdown-it';

/** How deep blocks may be nested: a quote counts one, a list and its item two. What is deeper is not read. */
export const MAX_NESTING = 200;

/** What is used of a block token of markdown-it. */
export interface BlockToken {
  readonly type: string;
  readonly tag: string;
  /** The first line and the line after the last, from 0 in the text given. */
  readonly map: readonly [number, number] | null;
  readonly content: string;
  readonly info: string;
}

export interface BlockTokens {
  readonly tokens: readonly BlockToken[];
  /** For each token, the index of the one that closes it: its own, if it opens nothing. */
  readonly closes: readonly number[];
  /** The first line of the first block that is nested too deep. */
  readonly tooDeepLine: number | undefined;
}

const TOO_DEEP = 'tooDeepLine';

let made: MarkdownIt | undefined;

/** Made when it is first needed: most notes are read without it. */
function markdown(): MarkdownIt {
  made ??= withNestingRule();
  return made;
}

function withNestingRule(): MarkdownIt {
  // A list adds two levels, so that one can step over the limit, where the rule below still has to be asked.
  const markdown = new Markdown('commonmark', { maxNesting: MAX_NESTING + 2 });
  // markdown-it itself drops what is deeper than maxNesting without a word.
  markdown.block.ruler.before('table', 'nesting', (state, startLine, endLine) => {
    if (state.level < MAX_NESTING) return false;
    state.env[TOO_DEEP] ??= startLine;
    let line = startLine + 1;
    while (line < endLine && (state.isEmpty(line) || (state.sCount[line] ?? 0) >= state.blkIndent)) line++;
    state.line = line;
    return true;
  });
  return markdown;
}

/** The block tokens of CommonMark, without a look at inline markup. LF, CRLF and a lone CR end a line. */
export function blockTokens(text: string): BlockTokens {
  const env: Record<string, unknown> = {};
  const tokens: Token[] = [];
  const reader = markdown();
  reader.block.parse(normalise(text), reader, env, tokens);
  const line = env[TOO_DEEP];
  return { tokens, closes: closesOf(tokens), tooDeepLine: typeof line === 'number' ? line : undefined };
}

function closesOf(tokens: readonly Token[]): readonly number[] {
  const closes: number[] = [];
  const open: number[] = [];
  tokens.forEach((token, index) => {
    closes.push(index);
    if (token.nesting > 0) open.push(index);
    const opener = token.nesting < 0 ? open.pop() : undefined;
    if (opener !== undefined) closes[opener] = index;
  });
  return closes;
}

/** The first line of a block and the line after its last, in the text given. */
export function linesOf(token: BlockToken): { readonly first: number; readonly after: number } {
  const [first, after] = token.map ?? [0, 0];
  return { first, after };
}

/** As markdown-it does before it parses. */
function normalise(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
}
