import * as vscode from 'vscode';
import { interfaceLanguage } from '../../l10n/catalogue';

/** The folders that pages are loaded from; they see no other file. */
export function pageFolders(extensionUri: vscode.Uri): readonly vscode.Uri[] {
  return ['dist', 'media'].map(folder => vscode.Uri.joinPath(extensionUri, folder));
}

/**
 * The page of a script in `dist`: a style sheet and a script of the extension's own, and nothing else may be loaded or
 * run. What it shows it is told by messages; nothing from a note is ever in its markup.
 */
export function pageHtml(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  script: 'progress' | 'transcript' | 'agreement',
): string {
  const file = (...path: readonly string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="${interfaceLanguage()}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Session Notes</title>
<link rel="stylesheet" href="${file('media', 'progress.css')}">
</head>
<body>
<script nonce="${nonce}" src="${file('dist', `${script}.js`)}"></script>
</body>
</html>`;
}
