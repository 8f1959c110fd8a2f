import * as vscode from 'vscode';
import type { Problem } from '../../core/validate/problem';
import { renderShown } from '../services/hiddenWords';
import { toSeverity } from '../services/tools/vscodeTypes';

/** What stands beside each problem of this extension in the Problems panel. */
export const problemSource = 'Session Notes';

/** What opens a Markdown file as it is to be read, not as its source: VS Code runs it where a link names it. */
function pageCommand(page: vscode.Uri): vscode.Uri {
  const query = encodeURIComponent(JSON.stringify([page]));
  return vscode.Uri.parse(`command:markdown.showPreview?${query}`);
}

/** A problem as the editor shows it, with a link to the page of its rule. */
export function toDiagnostic(
  problem: Problem,
  range: vscode.Range,
  extensionUri: vscode.Uri,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, renderShown(problem.message), toSeverity(problem.severity));
  diagnostic.source = problemSource;
  const page = vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${problem.rule}.md`);
  diagnostic.code = { value: problem.rule, target: pageCommand(page) };
  return diagnostic;
}
