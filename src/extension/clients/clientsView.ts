import * as vscode from 'vscode';
import { keepTitle } from '../services/keepTitle';
import { DisposableStore } from '../services/tools/disposableStore';
import type { ClientElement } from './clientElements';
import type { ClientRows, ClientsParts } from './clientRows';

/** The *Clients* tree. Its rows are loaded, and follow the notes, from when it is shown for the first time. */
export class ClientsView extends DisposableStore implements vscode.TreeDataProvider<ClientElement> {
  static readonly id = 'sessionNotes.clients';

  readonly #drawn = this.register(new vscode.EventEmitter<ClientElement[] | undefined>());
  readonly onDidChangeTreeData = this.#drawn.event;
  readonly #parts: ClientsParts;
  #rows: Promise<ClientRows> | undefined;

  constructor(parts: Pick<ClientsParts, 'index' | 'state' | 'language' | 'trace'>) {
    super();
    const tree = this.register(
      vscode.window.createTreeView(ClientsView.id, { treeDataProvider: this, showCollapseAll: true }),
    );
    this.register(keepTitle(tree, 'view.clients', parts.language));
    this.#parts = { ...parts, tree, drawn: this.#drawn };
  }

  async getChildren(element?: ClientElement): Promise<ClientElement[]> {
    return (await this.#loaded()).getChildren(element);
  }

  async getTreeItem(element: ClientElement): Promise<vscode.TreeItem> {
    return (await this.#loaded()).getTreeItem(element);
  }

  #loaded(): Promise<ClientRows> {
    this.#rows ??= import('../later').then(loaded => this.register(new loaded.ClientRows(this.#parts)));
    return this.#rows;
  }
}
