import * as vscode from 'vscode';
import type { SessionNotes } from '../../../src/extension/extension';
import { Meter } from './meter';
import { untilIdle } from './waiting';

/** How long the extension took, in milliseconds. */
interface StartTimes {
  readonly load: number;
  readonly activate: number;
}

/** The extension as VS Code started it, with what it draws and traces in sight. */
export interface Started {
  readonly api: SessionNotes;
  readonly times: StartTimes;
  /** Measures since right before it was started, blocks since it was. */
  readonly meter: Meter;
  /** What it traced so far: work that was done. */
  readonly traced: readonly string[];
  /** The rows of a view. */
  tree(id: string): vscode.TreeDataProvider<unknown>;
}

/**
 * Starts the extension, which nothing has started yet; it goes on reading afterwards. What VS Code itself does as it starts is
 * over by then.
 */
export async function startExtension(): Promise<Started> {
  const extension = vscode.extensions.getExtension<SessionNotes>('session-notes.session-notes');
  if (extension === undefined) throw new Error('The extension is not installed.');
  if (extension.isActive) throw new Error('The extension runs already.');
  const traced: string[] = [];
  const trees = new Map<string, vscode.TreeDataProvider<unknown>>();
  seeLog(traced);
  seeTrees(trees);
  await untilIdle();
  const meter = new Meter();
  const api = await extension.activate();
  // Loading the code is one block, which has its own figure.
  meter.forgetBlocks();
  const times: StartTimes = Reflect.get(globalThis, 'sessionNotesStart');
  const tree = (id: string) => {
    const found = trees.get(id);
    if (found === undefined) throw new Error(`There is no tree ${id}.`);
    return found;
  };
  return { api, times, meter, traced, tree };
}

function seeLog(lines: string[]): void {
  const { createOutputChannel } = vscode.window;
  Reflect.set(vscode.window, 'createOutputChannel', (name: string, options: { log: true }) => ({
    ...createOutputChannel(name, options),
    trace: (line: string) => void lines.push(line),
  }));
}

function seeTrees(trees: Map<string, vscode.TreeDataProvider<unknown>>): void {
  const { createTreeView } = vscode.window;
  Reflect.set(
    vscode.window,
    'createTreeView',
    (id: string, options: vscode.TreeViewOptions<unknown>): vscode.TreeView<unknown> => {
      trees.set(id, options.treeDataProvider);
      return createTreeView(id, options);
    },
  );
}
