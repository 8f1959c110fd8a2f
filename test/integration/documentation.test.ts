import * as vscode from 'vscode';
import { deepEqual, match } from '../host/assert';
import { eventually } from '../host/eventually';
import { closeEditors } from './editors';
import { installedExtension, runningExtension } from './runningExtension';
import { said } from './wording';

const LINK = /\]\((?!\w+:)([\w./-]+\.md)/g;

async function pageAt(name: string): Promise<string> {
  const uri = vscode.Uri.joinPath(installedExtension().extensionUri, 'docs', name);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

describe('the documentation', () => {
  const first = said({ en: 'README.md', id: 'README.id.md' });
  before(runningExtension);
  afterEach(closeEditors);

  it('opens as a page to be read, in the language of the interface', async () => {
    await vscode.commands.executeCommand('sessionNotes.openDocumentation');
    await eventually('the page', () => {
      const { activeTab } = vscode.window.tabGroups.activeTabGroup;
      return activeTab?.input instanceof vscode.TabInputWebview && activeTab.label.includes(first);
    });
  });

  it('has each page that the first one links to', async () => {
    const links = [...(await pageAt(first)).matchAll(LINK)].map(([, name = '']) => name);
    const pages = await Promise.all(links.map(pageAt));
    deepEqual(pages.length > 15, true);
    for (const page of pages) match(page, /^# /);
  });
});
