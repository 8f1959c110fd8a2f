import * as vscode from 'vscode';
import type { Problem } from '../../core/validate/problem';
import { renderShown } from '../services/hiddenWords';
import { toSeverity } from '../services/tools/vscodeTypes';
import { linkToRule } from './rulePage';

/** What stands beside each problem of this extension in the Problems panel. */
export const problemSource = 'Session Notes';

/** A problem as the editor shows it, with a link to the page of its rule. */
export function toDiagnostic(problem: Problem, range: vscode.Range): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, renderShown(problem.message), toSeverity(problem.severity));
  diagnostic.source = problemSource;
  diagnostic.code = { value: problem.rule, target: linkToRule(problem.rule) };
  return diagnostic;
}
