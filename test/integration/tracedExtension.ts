import * as vscode from 'vscode';
import { activate } from '../../src/extension/extension';
import { eventually } from '../host/eventually';
import { installedExtension } from './runningExtension';

/**
 * The extension once more, beside the one that VS Code runs, with a log whose lines can be read: VS Code shows those of
 * the other to nobody but its user. Its trees are in no view, and its commands are run by {@link run} alone.
 */
export class TracedExtension {
  readonly #lines: string[] = [];
  readonly #commands = new Map<string, (...given: readonly unknown[]) => unknown>();
  readonly #parts: vscode.Disposable[] = [];
  readonly #trees = new Map<string, vscode.TreeDataProvider<unknown>>();

  static async start(): Promise<TracedExtension> {
    const traced = new TracedExtension();
    await traced.#start();
    return traced;
  }

  async #start(): Promise<void> {
    const { extensionUri } = installedExtension();
    const nothing = (): undefined => undefined;
    const workspaceState = { get: nothing, update: async () => undefined, keys: () => [] };
    const context: Partial<vscode.ExtensionContext> = {
      subscriptions: this.#parts,
      extensionUri,
      workspaceState: workspaceState satisfies vscode.Memento,
    };
    const { createLanguageStatusItem } = vscode.languages;
    // It is made when a note is shown, which may be later.
    const restoreStatus = replace(
      vscode.languages,
      'createLanguageStatusItem',
      (id: string, selector: vscode.DocumentSelector) => createLanguageStatusItem(`${id}.traced`, selector),
    );
    this.#parts.push({ dispose: restoreStatus });
    const none = new vscode.Disposable(nothing);
    const restore = [
      replace(vscode.window, 'createOutputChannel', () => this.#log()),
      replace(vscode.window, 'createTreeView', (id: string, options: vscode.TreeViewOptions<unknown>) => {
        this.#trees.set(id, options.treeDataProvider);
        return tree();
      }),
      replace(vscode.window, 'registerWebviewPanelSerializer', () => none),
      replace(vscode.commands, 'registerCommand', (id: string, run: () => unknown) => {
        this.#commands.set(id, run);
        return none;
      }),
    ];
    try {
      await activate(context as vscode.ExtensionContext).indexed;
    } finally {
      for (const each of restore) each();
    }
  }

  /** Runs a command of this extension. */
  async run(id: string): Promise<void> {
    await this.#commands.get(id)?.();
  }

  /** Shows *Clients*, which follows the notes from then on. */
  async showClients(): Promise<void> {
    await this.#trees.get('sessionNotes.clients')?.getChildren();
  }

  /** Waits until these lines have come, in this order, then gives all lines up to the last of them, once. */
  async until(...wanted: readonly string[]): Promise<readonly string[]> {
    const end = await eventually(`${wanted.join(', ')} in ${JSON.stringify(this.#lines)}`, () => {
      let at = 0;
      for (const line of wanted) at = at < 0 ? at : this.#lines.indexOf(line, at) + 1 || -1;
      return at > 0 && at;
    });
    return this.#lines.splice(0, end);
  }

  dispose(): void {
    for (const part of this.#parts.reverse()) part.dispose();
  }

  #log(): Partial<vscode.LogOutputChannel> {
    const write = (line: string): void => {
      this.#lines.push(line);
    };
    const ignore = (): void => undefined;
    return { trace: write, debug: ignore, info: ignore, warn: ignore, error: ignore, dispose: ignore };
  }
}

/** A tree that nobody sees. */
function tree(): Partial<vscode.TreeView<unknown>> {
  const never = () => new vscode.Disposable(() => undefined);
  return { visible: true, onDidChangeCheckboxState: never, dispose: () => undefined };
}

/** Puts a function of VS Code's interface in the place of its own; what is returned puts that back. */
function replace(of: object, name: string, instead: (...given: never[]) => unknown): () => void {
  const own: unknown = Reflect.get(of, name);
  Reflect.set(of, name, instead);
  return () => Reflect.set(of, name, own);
}
