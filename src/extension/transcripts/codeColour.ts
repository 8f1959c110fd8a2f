import * as vscode from 'vscode';
import type { Codebook } from '../../core/protocol/codebook';

/** Colours of the theme for codes that have none of their own. */
const themeColours = ['blue', 'green', 'orange', 'purple', 'red', 'yellow'].map(name => `charts.${name}`);

/** A colour of the codebook (`#rrggbb`), or the name of a colour of the theme. */
export type CodeColour = string;

/** The colour of a code: that of the codebook, else one of the theme by its place there; undefined for unknown codes. */
export function colourOf(code: string, codebooks: readonly Codebook[]): CodeColour | undefined {
  for (const codebook of codebooks) {
    const found = codebook.get(code);
    if (found === undefined) continue;
    return found.term.color ?? themeColours[codebook.terms.indexOf(found) % themeColours.length];
  }
  return undefined;
}

/** The colour as VS Code takes it. */
export function themeColour(colour: CodeColour): string | vscode.ThemeColor {
  return colour.startsWith('#') ? colour : new vscode.ThemeColor(colour);
}
