import * as vscode from 'vscode';
import { activate } from '../../src/extension/extension';
import { eventually } from '../host/eventually';
import { installedExtension } from './runningExtension';
import { ShownTree } from './shownTree';

/** What a workspace keeps for an extension, in memory. */
export class Memory implements vscode.Memento {
  readonly #kept = new Map<string, string>();

  keys(): readonly string[] {
    return [...this.#kept.keys()];
  }

  get<Value>(key: string): Value | undefined;
  get<Value>(key: string, otherwise: Value): Value;
  get<Value>(key: string, otherwise?: Value): Value | undefined {
    const kept = this.#kept.get(key);
    return kept === undefined ? otherwise : JSON.parse(kept);
  }

  async update(key: string, value: unknown): Promise<void> {
    this.#kept.set(key, JSON.stringify(value));
  }
}

interface Surroundings {
  /** Where the extension is installed. */
  readonly extensionUri?: vscode.Uri;
  /** The folder that VS Code keeps for it. */
  readonly storage?: vscode.Uri;
  /** What the workspace keeps for it. */
  readonly memory?: Memory;
}

/**
 * The extension once more, beside the one that VS Code runs, with trees and a log that can be read: VS Code shows those
 * of the other to nobody but its user. Its commands are run by {@link run} alone; what it would offer and mark in
 * documents is left to the other.
 */
export class TracedExtension {
  /** What the workspace keeps for it. */
  readonly memory: Memory;
  /** What was written to its log, but for the trace. */
  readonly logged: string[] = [];
  readonly #lines: string[] = [];
  readonly #commands = new Map<string, (...given: readonly unknown[]) => unknown>();
  readonly #parts: vscode.Disposable[] = [];
  readonly #trees = new Map<string, ShownTree>();

  private constructor(memory: Memory) {
    this.memory = memory;
  }

  static async start(surroundings: Surroundings = {}): Promise<TracedExtension> {
    const { extension, indexed } = TracedExtension.begin(surroundings);
    await indexed;
    return extension;
  }

  /** Starts it, and leaves it at that: the notes are read once `indexed` settles. */
  static begin(surroundings: Surroundings = {}): {
    readonly extension: TracedExtension;
    readonly indexed: Promise<void>;
  } {
    const extension = new TracedExtension(surroundings.memory ?? new Memory());
    return { extension, indexed: extension.#start(surroundings) };
  }

  async #start({ extensionUri = installedExtension().extensionUri, storage }: Surroundings): Promise<void> {
    const context: Partial<vscode.ExtensionContext> = {
      subscriptions: this.#parts,
      extensionUri,
      globalStorageUri: storage ?? extensionUri,
      workspaceState: this.memory,
    };
    const { createLanguageStatusItem } = vscode.languages;
    // It is made when a note is shown, which may be later.
    const restoreStatus = replace(
      vscode.languages,
      'createLanguageStatusItem',
      (id: string, selector: vscode.DocumentSelector) => createLanguageStatusItem(`${id}.traced`, selector),
    );
    this.#parts.push({ dispose: restoreStatus });
    const none = new vscode.Disposable(() => undefined);
    const providers = Object.keys(vscode.languages).filter(name => /^register\w+Provider$/.test(name));
    const restore = [
      replace(vscode.window, 'createOutputChannel', () => this.#log()),
      replace(vscode.window, 'createTreeView', (id: string, options: vscode.TreeViewOptions<unknown>) => {
        const tree = new ShownTree(options.treeDataProvider);
        this.#trees.set(id, tree);
        return tree.view;
      }),
      replace(vscode.window, 'registerWebviewPanelSerializer', () => none),
      replace(vscode.languages, 'createDiagnosticCollection', unseenDiagnostics),
      ...providers.map(name => replace(vscode.languages, name, () => none)),
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

  /** Runs a command of this extension, with what a menu gives it. */
  async run(id: string, ...given: readonly unknown[]): Promise<void> {
    const command = this.#commands.get(id);
    if (command === undefined) throw new Error(`There is no command ${id}.`);
    await command(...given);
  }

  /** The tree of a view. */
  tree(id: string): ShownTree {
    const tree = this.#trees.get(id);
    if (tree === undefined) throw new Error(`There is no tree ${id}.`);
    return tree;
  }

  /** Shows *Clients*, which follows the notes from then on. */
  async showClients(): Promise<void> {
    await this.tree('sessionNotes.clients').rows();
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
    const writeTo = (lines: string[]) => (line: string) => void lines.push(line);
    const log = writeTo(this.logged);
    const nothing = (): void => undefined;
    return {
      trace: writeTo(this.#lines),
      debug: log,
      info: log,
      warn: log,
      error: nothing,
      dispose: nothing,
    };
  }
}

/** A collection of problems that nobody sees. */
function unseenDiagnostics(): Partial<vscode.DiagnosticCollection> {
  const nothing = (): undefined => undefined;
  return { set: nothing, delete: nothing, clear: nothing, forEach: nothing, get: nothing, dispose: nothing };
}

/** Puts a function of VS Code's interface in the place of its own; what is returned puts that back. */
function replace(of: object, name: string, instead: (...given: never[]) => unknown): () => void {
  const own: unknown = Reflect.get(of, name);
  Reflect.set(of, name, instead);
  return () => Reflect.set(of, name, own);
}
