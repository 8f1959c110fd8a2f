import * as vscode from 'vscode';
import { interfaceLanguage } from '../../l10n/catalogue';

/** The first page of the documentation, which links to all others, in each language. */
const firstPages = { en: 'README.md', id: 'README.id.md' } as const;

/** Opens the pages that come with the extension, as they are to be read and without a network. */
export async function openDocumentation(extensionUri: vscode.Uri): Promise<void> {
  const page = vscode.Uri.joinPath(extensionUri, 'docs', firstPages[interfaceLanguage()]);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}
