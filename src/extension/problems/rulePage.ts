import * as vscode from 'vscode';
import { isRuleId, type RuleId } from '../../core/ruleIds';

/** Internal: shows the page of a rule. */
export const showRuleCommand = 'sessionNotes.showRule';

/**
 * What shows the page of a rule where a link names it. It names the rule, not the file: what a link says of a file means
 * one where the window is, and the extension may be elsewhere.
 */
export function linkToRule(rule: RuleId): vscode.Uri {
  return vscode.Uri.parse(`command:${showRuleCommand}?${encodeURIComponent(JSON.stringify([rule]))}`);
}

/** Shows the page of a rule, which comes with the extension, as it is to be read. */
export async function showRule(rule: string, extensionUri: vscode.Uri): Promise<void> {
  if (!isRuleId(rule)) return;
  const page = vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}
