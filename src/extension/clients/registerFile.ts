import * as vscode from 'vscode';
import { message } from '../../core/message';
import { takeRegister } from '../services/clientRegister';
import { notify } from '../services/dialogs';
import { hostProcess } from '../services/files/nodeFiles';
import { affects, registerSetting } from '../services/settings';
import { DisposableStore } from '../services/tools/disposableStore';

/** In bytes: a register of tens of thousands of clients. */
const LARGEST = 5_000_000;

/**
 * Reads the client register, a file of this machine outside of every folder with notes, and follows it. What it says is
 * kept in memory, shown in trees and lists, and written nowhere. In a browser there is none.
 */
export class RegisterFile extends DisposableStore {
  #watcher: vscode.Disposable | undefined;
  /** The file that counts; another one that is still being read says nothing any more. */
  #file: vscode.Uri | undefined;

  constructor() {
    super();
    this.register({ dispose: () => this.#forget() });
    if (hostProcess() === undefined) return;
    this.register(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (affects(event, 'clientRegister')) void this.#follow();
      }),
    );
    this.register(vscode.workspace.onDidChangeWorkspaceFolders(() => void this.#follow()));
    void this.#follow();
  }

  async #follow(): Promise<void> {
    this.#watcher?.dispose();
    this.#watcher = undefined;
    this.#file = undefined;
    const path = registerSetting();
    if (path === '') {
      takeRegister(new Map());
      return;
    }
    const uri = vscode.Uri.file(path);
    if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) {
      takeRegister(new Map());
      await notify('warning', message('register.inside'));
      return;
    }
    const folder = vscode.Uri.joinPath(uri, '..');
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/[[\]{}*?!,]/g, '?');
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, name));
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete])
      event(() => void this.#read(uri));
    this.#watcher = watcher;
    this.#file = uri;
    if (!(await this.#read(uri))) await notify('warning', message('register.unreadable'));
  }

  /** Whether it could be read. What it holds is told to nobody, not even where it cannot. */
  async #read(uri: vscode.Uri): Promise<boolean> {
    try {
      const bytes = await vscode.workspace.fs.readFile(uri);
      const { readRegister, decode } = await import('../shown');
      const decoded = bytes.length > LARGEST ? undefined : decode(bytes);
      const isText = decoded !== undefined && 'text' in decoded;
      this.#take(uri, isText ? readRegister(decoded.text) : new Map());
      return isText;
    } catch {
      this.#take(uri, new Map());
      return false;
    }
  }

  #take(uri: vscode.Uri, clients: Parameters<typeof takeRegister>[0]): void {
    if (uri === this.#file) takeRegister(clients);
  }

  #forget(): void {
    this.#watcher?.dispose();
    takeRegister(new Map());
  }
}
