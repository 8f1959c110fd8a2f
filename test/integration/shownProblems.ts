import * as vscode from 'vscode';
import { settlesOn } from './settlesOn';

const severities = ['error', 'warning', 'info', 'hint'];

/** The problems of this extension that the Problems panel shows for a file, in the order of the text. */
export function shownProblems(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Session Notes')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The rule that a problem names. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The problems of a file as `line severity rule`, lines from 1 as users see them. */
export function problemLines(uri: vscode.Uri): readonly string[] {
  return shownProblems(uri).map(
    problem => `${problem.range.start.line + 1} ${severities[problem.severity]} ${ruleOf(problem)}`,
  );
}

/** Waits until the problems of a file are these, each as `line severity rule`. */
export async function problemsAre(uri: vscode.Uri, ...expected: readonly string[]): Promise<void> {
  await settlesOn(`problems of ${uri.path}`, () => problemLines(uri), expected);
}
