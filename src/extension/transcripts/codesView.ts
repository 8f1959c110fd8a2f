import * as vscode from 'vscode';
import { onDidHideWords } from '../services/hiddenWords';
import type { InterfaceLanguageService } from '../services/interfaceLanguage';
import { keepTitle } from '../services/keepTitle';
import type { NoteIndex } from '../services/noteIndex';
import type { OpenNotes } from '../services/openNotes';
import { Debouncer } from '../services/tools/debouncer';
import { DisposableStore } from '../services/tools/disposableStore';
import { type Trace, traceDrawn } from '../services/trace';
import type { CodeElement } from './codeElements';
import type { CodesTree } from './codesTree';

/** How long, in milliseconds, changes are gathered before the tree is drawn anew. */
const drawingPause = 300;

/** The *Codes* view. What it shows is read, and the code for that loaded, when it is first in sight. */
export class CodesView extends DisposableStore implements vscode.TreeDataProvider<CodeElement> {
  static readonly id = 'sessionNotes.codes';

  readonly #drawn = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.#drawn.event;
  readonly #index: NoteIndex;
  readonly #openNotes: OpenNotes;
  readonly #trace: Trace;
  readonly #view: vscode.TreeView<CodeElement>;
  readonly #drawing = this.register(new Debouncer<'tree'>(drawingPause, () => this.#draw()));
  #tree: Promise<CodesTree> | undefined;

  constructor(index: NoteIndex, openNotes: OpenNotes, language: InterfaceLanguageService, trace: Trace) {
    super();
    this.#index = index;
    this.#openNotes = openNotes;
    this.#trace = trace;
    this.#view = this.register(
      vscode.window.createTreeView(CodesView.id, { treeDataProvider: this, showCollapseAll: true }),
    );
    this.register(keepTitle(this.#view, 'view.codes', language));
    this.register(language.onDidChange(() => this.#drawing.touch('tree')));
    this.register(onDidHideWords(() => this.#drawing.touch('tree')));
  }

  async getChildren(element?: CodeElement): Promise<CodeElement[]> {
    return (await this.tree()).children(element);
  }

  async getTreeItem(element: CodeElement): Promise<vscode.TreeItem> {
    return (await this.tree()).item(element);
  }

  /** Lets the user choose whose codes are shown. */
  async filter(): Promise<void> {
    if (await (await this.tree()).chooseFilter()) this.#draw();
  }

  tree(): Promise<CodesTree> {
    this.#tree ??= import('../shown').then(loaded => {
      const tree = this.register(new loaded.CodesTree(this.#index, this.#openNotes, this.#view));
      this.register(tree.transcripts.onDidChange(() => this.#drawing.touch('tree')));
      return tree;
    });
    return this.#tree;
  }

  #draw(): void {
    this.#drawn.fire(undefined);
    traceDrawn(this.#trace, 'Codes');
  }
}
