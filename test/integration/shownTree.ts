import * as vscode from 'vscode';

/** A row of a tree as its user sees it. */
export interface ShownRow {
  readonly label: string;
  readonly description: string;
  readonly item: vscode.TreeItem;
  /** What a command of its menu is given. */
  readonly element: unknown;
}

/** What a view shows of a tree: VS Code shows trees to nobody but its user, so that they are read from their makers. */
export class ShownTree {
  readonly #rows: vscode.TreeDataProvider<unknown>;
  readonly #boxes = new vscode.EventEmitter<vscode.TreeCheckboxChangeEvent<unknown>>();
  #message = '';
  /** What the extension that makes the tree holds in its hands. */
  readonly view: Partial<vscode.TreeView<unknown>>;

  constructor(rows: vscode.TreeDataProvider<unknown>) {
    this.#rows = rows;
    const say = (message: string): void => {
      this.#message = message;
    };
    this.view = {
      visible: true,
      description: '',
      onDidChangeCheckboxState: this.#boxes.event,
      set message(text: string) {
        say(text);
      },
      dispose: () => this.#boxes.dispose(),
    };
  }

  /** What stands above the rows. */
  get message(): string {
    return this.#message;
  }

  /** What stands beside the title. */
  get description(): string {
    return this.view.description ?? '';
  }

  /** The rows below a row, else those that stand in no other. */
  async rows(below?: ShownRow): Promise<readonly ShownRow[]> {
    const elements = (await this.#rows.getChildren(below?.element)) ?? [];
    return Promise.all(elements.map(element => this.row(element)));
  }

  /** A row as it is now. */
  async row(element: unknown): Promise<ShownRow> {
    const item = await this.#rows.getTreeItem(element);
    return { label: String(item.label), description: String(item.description ?? ''), item, element };
  }

  /** Calls `drawn` with what is drawn anew, undefined for all rows, from now on. */
  onDraw(drawn: (elements: unknown) => void): void {
    this.#rows.onDidChangeTreeData?.(drawn);
  }

  /**
   * Ticks the box of a row, or takes its tick away. When that was done or refused, gives what then stands above the
   * rows.
   */
  tick({ element, item }: ShownRow): Promise<string> {
    const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
    const box = item.checkboxState;
    const state = (typeof box === 'object' ? box.state : box) === Checked ? Unchecked : Checked;
    return new Promise(resolve => {
      const items: [unknown, vscode.TreeItemCheckboxState][] = [[element, state]];
      const isDone = () => resolve(this.#message);
      // Boxes are seen to one after another: when the next is asked for, the one before is done.
      function* oneByOne() {
        yield* items.values();
        isDone();
      }
      this.#boxes.fire({ items: Object.assign(items, { [Symbol.iterator]: oneByOne }) });
    });
  }
}
