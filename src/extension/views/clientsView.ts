import * as vscode from 'vscode';
import { DisposableStore } from '../disposableStore';
import type { InterfaceLanguageService } from '../interfaceLanguage';
import type { NoteIndex } from '../noteIndex';
import type { ClientElement } from './clientElements';
import type { ClientRows } from './clientRows';
import type { OpenGoalsState } from './openGoalsState';

/** What the rows of *Clients* are made from, the tree that they stand in, and how it is told what changed. */
export interface ClientsParts {
  readonly index: NoteIndex;
  readonly state: Pick<OpenGoalsState, 'view' | 'mineDescription' | 'onDidChange'>;
  readonly language: Pick<InterfaceLanguageService, 'onDidChange'>;
  readonly tree: Pick<vscode.TreeView<ClientElement>, 'message' | 'description'>;
  readonly drawn: vscode.EventEmitter<ClientElement[] | undefined>;
}

/** The *Clients* tree. Its rows are loaded, and follow the notes, from when it is shown for the first time. */
export class ClientsView extends DisposableStore implements vscode.TreeDataProvider<ClientElement> {
  static readonly id = 'sessionNotes.clients';

  readonly #drawn = this.register(new vscode.EventEmitter<ClientElement[] | undefined>());
  readonly onDidChangeTreeData = this.#drawn.event;
  readonly #parts: ClientsParts;
  #rows: Promise<ClientRows> | undefined;

  constructor(parts: Pick<ClientsParts, 'index' | 'state' | 'language'>) {
    super();
    const tree = this.register(
      vscode.window.createTreeView(ClientsView.id, { treeDataProvider: this, showCollapseAll: true }),
    );
    this.#parts = { ...parts, tree, drawn: this.#drawn };
  }

  async getChildren(element?: ClientElement): Promise<ClientElement[]> {
    return (await this.#loaded()).getChildren(element);
  }

  async getTreeItem(element: ClientElement): Promise<vscode.TreeItem> {
    return (await this.#loaded()).getTreeItem(element);
  }

  #loaded(): Promise<ClientRows> {
    this.#rows ??= import('./clientRows').then(loaded => this.register(new loaded.ClientRows(this.#parts)));
    return this.#rows;
  }
}
