import * as vscode from 'vscode';

/** Shows a place of a document beside a page that led there, in a group that is there already where there is one. */
export async function showBeside(
  document: vscode.TextDocument,
  position: vscode.Position,
  page: vscode.ViewColumn | undefined,
): Promise<void> {
  const other = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== page);
  await vscode.window.showTextDocument(document, {
    selection: new vscode.Range(position, position),
    viewColumn: other?.viewColumn ?? vscode.ViewColumn.Beside,
  });
}
