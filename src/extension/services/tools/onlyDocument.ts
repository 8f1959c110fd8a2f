import * as vscode from 'vscode';
import { noteLanguage } from './vscodeTypes';

/** A selector of the Markdown document at `uri` and of no other. */
export function onlyDocument(uri: vscode.Uri): vscode.DocumentFilter {
  return { language: noteLanguage, scheme: uri.scheme, pattern: patternOf(uri) };
}

/**
 * VS Code compares a pattern with the path as the file system writes it, whose separators are not those of a URI on
 * Windows: of a relative pattern it puts the folder in order first.
 */
function patternOf(uri: vscode.Uri): vscode.GlobPattern {
  const nameStart = uri.path.lastIndexOf('/') + 1;
  const name = uri.path.slice(nameStart).replace(/[[\]{}*?]|^\s|\s$/g, '[$&]');
  // What was never saved lies in no folder.
  return nameStart === 0 ? name : new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), name);
}
