import * as vscode from 'vscode';
import { practiceFolder } from '../../../core/practice/loadPractice';
import { DisposableStore } from '../tools/disposableStore';

/** Watches where the watchers of the workspace's folders do not see: a practice's own folder above them. */
export class PracticesAbove extends DisposableStore {
  readonly #watched = new Set<string>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    super();
    this.#changed = changed;
  }

  /** Watches the practice's own folder of those of `roots` that lie above the workspace. */
  watch(roots: readonly vscode.Uri[]): void {
    for (const root of roots) {
      if (vscode.workspace.getWorkspaceFolder(root) !== undefined) continue;
      this.#watch(new vscode.RelativePattern(vscode.Uri.joinPath(root, practiceFolder), '**'));
    }
  }

  #watch(pattern: vscode.RelativePattern): void {
    const key = pattern.baseUri.toString();
    if (this.#watched.has(key)) return;
    this.#watched.add(key);
    const watcher = this.register(vscode.workspace.createFileSystemWatcher(pattern));
    for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete])
      this.register(event(this.#changed));
  }
}
