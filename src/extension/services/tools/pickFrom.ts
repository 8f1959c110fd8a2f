import type * as vscode from 'vscode';

/** Shows a list and gives the item that is taken, undefined where the list is left; the list is gone afterwards. */
export function pickFrom<Item extends vscode.QuickPickItem>(
  list: vscode.QuickPick<Item>,
): Promise<Item | undefined> {
  return new Promise(resolve => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
