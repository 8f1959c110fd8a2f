import type { Grammar } from './markdownGrammars';

/** A stretch of a line and its scopes, outermost first. */
export interface GrammarToken {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly scopes: readonly string[];
}

/** The tokens of each line of a text; a byte order mark is not part of it, as in the editor. */
export function tokenLines(grammar: Grammar, text: string): readonly (readonly GrammarToken[])[] {
  let state: Parameters<Grammar['tokenizeLine']>[1] = null;
  return linesOf(text).map(line => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens;
  });
}

/** The lines as the editor counts them. */
export function linesOf(text: string): readonly string[] {
  return withoutMark(text).split(/\r\n|\r|\n/);
}

export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
