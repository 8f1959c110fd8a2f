import * as vscode from 'vscode';
import { rangeOf } from './editors';
import { settlesOn } from './settlesOn';

/** Where the running extension finds the goal with these words in a document, as `file:line`. */
export async function referencesOf(document: vscode.TextDocument, words: string): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    rangeOf(document, words).start,
  );
  return found.map(({ uri, range }) => `${uri.path.split('/').at(-1)}:${range.start.line}`);
}

/** Waits until the running extension knows that many mentions of the goal with these words in a document. */
export async function untilMentioned(
  document: vscode.TextDocument,
  words: string,
  count: number,
): Promise<void> {
  await settlesOn(`${count} mentions`, async () => (await referencesOf(document, words)).length, count);
}

/** Places the caret behind the first occurrence of these words. */
export function placeCaret(editor: vscode.TextEditor, words: string): void {
  const { end } = rangeOf(editor.document, words);
  editor.selection = new vscode.Selection(end, end);
}
