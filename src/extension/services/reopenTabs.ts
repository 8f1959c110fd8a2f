import * as vscode from 'vscode';
import { documentIn, isPage, showPage } from './showPage';

/** A tab that shows a document. */
interface DocumentTab {
  readonly tab: vscode.Tab;
  readonly uri: vscode.Uri;
}

/**
 * Opens the documents of a scheme that tabs show by the names that they have now (`uriNow`), in place of those tabs: a
 * tab is called what its document is.
 */
export async function reopenTabs(scheme: string, uriNow: (uri: vscode.Uri) => vscode.Uri): Promise<void> {
  for (const { tab, uri } of tabsOf(scheme)) {
    const now = uriNow(uri);
    if (now.toString() === uri.toString()) continue;
    const { viewColumn } = tab.group;
    const options = { viewColumn, preview: false, preserveFocus: !tab.isActive };
    if (isPage(tab.input)) await showPage(now, options);
    else await vscode.window.showTextDocument(now, options);
    // Opening one may make the others be told anew: the tab itself may not be known any more.
    const old = tabsOf(scheme).filter(
      each => each.uri.toString() === uri.toString() && each.tab.group.viewColumn === viewColumn,
    );
    await vscode.window.tabGroups.close(
      old.map(each => each.tab),
      true,
    );
  }
}

function tabsOf(scheme: string): readonly DocumentTab[] {
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
  return tabs.flatMap(tab => {
    const uri = documentIn(tab);
    return uri?.scheme === scheme ? [{ tab, uri }] : [];
  });
}
