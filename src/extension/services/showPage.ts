import * as vscode from 'vscode';

/** What VS Code shows Markdown with that is to be read, not written, and the extension that has it. */
const reader = 'vscode.markdown.preview.editor';
const readerExtension = 'vscode.markdown-language-features';

/** Shows a Markdown document as a page; as its source where VS Code has nothing that could. */
export async function showPage(uri: vscode.Uri, options: vscode.TextDocumentShowOptions = {}): Promise<void> {
  if (vscode.extensions.getExtension(readerExtension) === undefined)
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), options);
  else await vscode.commands.executeCommand('vscode.openWith', uri, reader, options);
}

/** The document that a tab shows, as a page or as its source. */
export function documentIn(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  const input = tab?.input;
  const isShown = input instanceof vscode.TabInputText || isPage(input);
  return isShown ? input.uri : undefined;
}

/** Whether a tab shows its document as a page. */
export function isPage(input: unknown): input is vscode.TabInputCustom {
  return input instanceof vscode.TabInputCustom && input.viewType === reader;
}
