import * as vscode from 'vscode';
import type { CodeColour } from '../../core/transcript/codeColour';

/** The colour as VS Code takes it. */
export function themeColour(colour: CodeColour): string | vscode.ThemeColor {
  return colour.startsWith('#') ? colour : new vscode.ThemeColor(colour);
}
