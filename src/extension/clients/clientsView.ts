import * as vscode from 'vscode';
import { message } from '../../core/message';
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
  readonly #tree: vscode.TreeView<ClientElement>;
  #rows: Promise<ClientRows> | undefined;

  constructor(parts: Pick<ClientsParts, 'index' | 'state' | 'language' | 'trace'>) {
    super();
    const tree = this.register(
      vscode.window.createTreeView(ClientsView.id, { treeDataProvider: this, showCollapseAll: true }),
    );
    this.#tree = tree;
    this.register(keepTitle(tree, 'view.clients', parts.language));
    this.#parts = { ...parts, tree, drawn: this.#drawn };
  }

  async getChildren(element?: ClientElement): Promise<ClientElement[]> {
    return (await this.#loaded()).getChildren(element);
  }

  async getTreeItem(element: ClientElement): Promise<vscode.TreeItem> {
    return (await this.#loaded()).getTreeItem(element);
  }

  getParent(element: ClientElement): ClientElement | undefined {
    return element.kind === 'session' ? element.parent : undefined;
  }

  /** Shows the row of a client that the user picks, with its sessions. */
  async goToClient(): Promise<void> {
    const { index } = this.#parts;
    const { pickClient } = await import('../later');
    const found = await pickClient(index, message('clients.go-to'));
    const row = found && (await this.#loaded()).rowOf(found);
    if (row !== undefined) await this.#tree.reveal(row, { select: true, focus: true, expand: true });
  }

  #loaded(): Promise<ClientRows> {
    this.#rows ??= import('../shown').then(loaded => this.register(new loaded.ClientRows(this.#parts)));
    return this.#rows;
  }
}
