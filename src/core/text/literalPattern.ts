const SIGNS = /[.*+?^${}()|[\]\\/]/g;

/** The source of a pattern that finds a text as it is written. */
export function literalPattern(text: string): string {
  return text.replace(SIGNS, '\\$&');
}

/** The source of a pattern that finds any of these, each as whole words; with the flag `u`. */
export function wholeWords(texts: readonly string[]): string {
  return String.raw`(?<![\p{L}\p{N}])(?:${texts.map(literalPattern).join('|')})(?![\p{L}\p{N}])`;
}
