import * as vscode from 'vscode';
import { hostProcess, type NodeFilesAtOnce } from '../../src/extension/services/files/nodeFiles';

/** Holds back the reading of each file whose name holds a word until it is let go on. */
export class HeldReads implements vscode.Disposable {
  readonly #waiting: (() => void)[] = [];
  readonly #word: string;
  readonly #restore: readonly (() => void)[];
  #isOver = false;

  constructor(word: string) {
    this.#word = word;
    const { fs } = vscode.workspace;
    const node = hostProcess()?.getBuiltinModule?.('node:fs');
    this.#restore = [
      // What Node does not open is read by VS Code.
      ...(node === undefined ? [] : [replaced(node, 'openSync', this.#refused(node))]),
      // Its functions cannot be replaced, but all of them together can.
      replaced(vscode.workspace, 'fs', { ...fs, readFile: this.#heldRead(fs) }),
    ];
  }

  /** Lets one read go on that waits, if any. */
  letGo(): void {
    this.#waiting.shift()?.();
  }

  /** Lets all go on, and holds no more. */
  dispose(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const restore of this.#restore) restore();
    for (const goOn of this.#waiting.splice(0)) goOn();
  }

  #refused({ openSync }: NodeFilesAtOnce): NodeFilesAtOnce['openSync'] {
    return (path, flags) => {
      if (this.#isHeld(path)) throw new Error('It is held.');
      return openSync(path, flags);
    };
  }

  #heldRead({ readFile }: vscode.FileSystem): vscode.FileSystem['readFile'] {
    return async uri => {
      await this.#turn(uri.path);
      return readFile(uri);
    };
  }

  async #turn(path: string): Promise<void> {
    if (this.#isHeld(path)) await new Promise<void>(resolve => this.#waiting.push(resolve));
  }

  #isHeld(path: string): boolean {
    return !this.#isOver && path.includes(this.#word);
  }
}

/** Puts something in the place of a property; what is returned puts that back. */
function replaced(of: object, name: string, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(of, name);
  if (own === undefined) throw new Error(`There is no ${name}.`);
  Object.defineProperty(of, name, { value, configurable: true, writable: true, enumerable: true });
  return () => void Object.defineProperty(of, name, own);
}
