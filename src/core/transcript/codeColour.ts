import type { Codebook } from '../protocol/codebook';

/** Colours of the theme for codes that have none of their own, by VS Code's names. */
const themeColours = ['blue', 'green', 'orange', 'purple', 'red', 'yellow'].map(name => `charts.${name}`);

/** A colour of the codebook (`#rrggbb`), or the name of a colour of the theme. */
export type CodeColour = string;

/**
 * The colour of a code, in the text, in the tree and in pictures: that of the codebook, else one of the theme by its
 * place there; undefined for unknown codes.
 */
export function colourOf(code: string, codebooks: readonly Codebook[]): CodeColour | undefined {
  for (const codebook of codebooks) {
    const found = codebook.get(code);
    if (found === undefined) continue;
    return found.term.color ?? themeColours[codebook.terms.indexOf(found) % themeColours.length];
  }
  return undefined;
}
