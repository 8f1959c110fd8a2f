import * as vscode from 'vscode';
import { type OpenGoalsState, standingMessage } from '../openGoals/openGoalsState';
import { onDidChangeRegister } from '../services/clientRegister';
import { aboveRows } from '../services/dialogs';
import { onDidHideWords } from '../services/hiddenWords';
import { changesLists } from '../services/indexChange';
import type { InterfaceLanguageService } from '../services/interfaceLanguage';
import type { NoteIndex } from '../services/noteIndex';
import type { RootCase } from '../services/roots';
import { Debouncer } from '../services/tools/debouncer';
import { DisposableStore } from '../services/tools/disposableStore';
import { type Trace, traceDrawn } from '../services/trace';
import {
  type ClientElement,
  type ShownClient,
  sessionRows,
  shownClients,
  type UnfinishedRow,
  unfinishedGroup,
  unfinishedRows,
} from './clientElements';
import { clientItem, sessionItem, unfinishedGroupItem, unfinishedItem } from './clientItem';

/** What the rows of *Clients* are made from, the tree that they stand in, and how it is told what changed. */
export interface ClientsParts {
  readonly index: NoteIndex;
  readonly state: Pick<OpenGoalsState, 'view' | 'mineDescription' | 'onDidChange'>;
  readonly language: Pick<InterfaceLanguageService, 'onDidChange'>;
  readonly tree: Pick<vscode.TreeView<ClientElement>, 'message' | 'description' | 'visible'>;
  readonly trace: Trace;
  readonly drawn: vscode.EventEmitter<ClientElement[] | undefined>;
}

/** How long, in milliseconds, changes are gathered before the tree is drawn anew. */
const drawingPause = 100;

/** The rows of *Clients*: the notes of each client, and those that are not finished. Only what changed is drawn anew. */
export class ClientRows extends DisposableStore {
  readonly #parts: ClientsParts;
  readonly #drawing = this.register(new Debouncer<'tree'>(drawingPause, () => this.#follow()));
  /** By the id of their rows, in the order of the tree. */
  #clients: ReadonlyMap<string, ShownClient> = new Map();
  #unfinished: readonly UnfinishedRow[] = [];

  constructor(parts: ClientsParts) {
    super();
    this.#parts = parts;
    const { index, state, language, tree } = parts;
    this.register(
      index.onDidChange(change => {
        if (changesLists(change)) this.#drawing.touch('tree');
      }),
    );
    this.register(
      index.onDidReadSome(() => {
        if (tree.visible) this.#drawing.touch('tree');
      }),
    );
    this.register(state.onDidChange(() => this.#follow()));
    this.register(language.onDidChange(() => this.#drawAll()));
    this.register(onDidHideWords(() => this.#drawAll()));
    this.register(onDidChangeRegister(() => this.#drawAll()));
    this.#read();
    this.#head();
  }

  getChildren(element?: ClientElement): ClientElement[] {
    if (element === undefined) return [...this.#top()];
    if (element.kind === 'unfinished-group') return [...this.#unfinished];
    const shown = element.kind === 'client' ? this.#clients.get(element.id) : undefined;
    return shown === undefined ? [] : [...sessionRows(shown)];
  }

  getTreeItem(element: ClientElement): vscode.TreeItem {
    switch (element.kind) {
      case 'client': {
        const shown = this.#clients.get(element.id);
        return shown === undefined ? new vscode.TreeItem('') : clientItem(shown, this.#hasSeveralRoots());
      }
      case 'session':
        return sessionItem(element, this.#parts.index.uriOf(element.root, element.note.path));
      case 'unfinished-group':
        return unfinishedGroupItem(this.#unfinished.length);
      case 'unfinished':
        return unfinishedItem(element);
    }
  }

  /** The row of a client; undefined where the filter leaves it out. */
  rowOf({ root, case: ofCase }: RootCase): ClientElement | undefined {
    const shown = [...this.#clients.values()].find(
      ({ found }) => found.root.key === root.key && found.case.key === ofCase.key,
    );
    return shown?.row;
  }

  #top(): readonly ClientElement[] {
    const clients = [...this.#clients.values()].map(({ row }) => row);
    return this.#unfinished.length === 0 ? clients : [unfinishedGroup, ...clients];
  }

  #hasSeveralRoots(): boolean {
    return new Set([...this.#clients.values()].map(({ found }) => found.root.key)).size > 1;
  }

  /** Draws what changed: single rows where the same clients stand in the same order, else all. */
  #follow(): void {
    const [before, unfinished] = [this.#clients, this.#unfinished];
    const idsBefore = this.#top().map(({ id }) => id);
    this.#read();
    this.#head();
    const idsNow = this.#top().map(({ id }) => id);
    if (idsBefore.join('\n\n') !== idsNow.join('\n\n')) {
      this.#draw(undefined);
      return;
    }
    const changed: ClientElement[] = [...this.#clients.values()]
      .filter(({ row, found }) => found.case !== before.get(row.id)?.found.case)
      .map(({ row }) => row);
    if (signature(unfinished) !== signature(this.#unfinished)) changed.push(unfinishedGroup);
    if (changed.length > 0) this.#draw(changed);
  }

  /** A row stays the same object as long as its client is shown: by it VS Code knows what is drawn anew. */
  #read(): void {
    const { index, state } = this.#parts;
    const { counselor } = state.view().filter;
    const known = this.#clients;
    this.#clients = new Map(
      shownClients(index.cases(), counselor).map(({ row, found }) => [
        row.id,
        { row: known.get(row.id)?.row ?? row, found },
      ]),
    );
    this.#unfinished = unfinishedRows(index, counselor);
  }

  #drawAll(): void {
    this.#head();
    this.#draw(undefined);
  }

  #draw(rows: ClientElement[] | undefined): void {
    this.#parts.drawn.fire(rows);
    traceDrawn(this.#parts.trace, 'Clients');
  }

  #head(): void {
    const { tree, index, state } = this.#parts;
    tree.message = aboveRows(standingMessage(index) ?? '');
    tree.description = state.mineDescription();
  }
}

function signature(rows: readonly UnfinishedRow[]): string {
  return rows
    .map(({ id, note, gaps }) => [id, gaps, note.draft, note.session, note.date, ...note.clients].join('\t'))
    .join('\n');
}
