import * as vscode from 'vscode';
import type { Severity } from '../../../core/ruleIds';
import type { LineIndex } from '../../../core/text/lineIndex';
import type { LinePlace } from '../../../core/text/linePlace';
import type { TextEdit } from '../../../core/text/textEdit';
import type { TextRange } from '../../../core/text/textRange';

/** The language that VS Code knows notes by: they stay Markdown, so that preview, outline and other tools keep working. */
export const noteLanguage = 'markdown';

/** The editor's range of a stretch of a text whose lines are indexed. */
export function toRange(range: TextRange, lines: LineIndex): vscode.Range {
  const start = lines.positionAt(range.start);
  const end = lines.positionAt(range.end);
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** The editor's edits of a text whose lines are indexed. */
export function toTextEdits(edits: readonly TextEdit[], lines: LineIndex): vscode.TextEdit[] {
  return edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range, lines), newText));
}

/** The editor's word for how bad a problem is. */
export function toSeverity(severity: Severity): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'info':
      return vscode.DiagnosticSeverity.Information;
    case 'hint':
      return vscode.DiagnosticSeverity.Hint;
  }
}

/** Where a place of one line is in the editor. */
export function toRangeOfLine({ line, character, start, end }: LinePlace): vscode.Range {
  return new vscode.Range(line, character, line, character + end - start);
}
