import * as vscode from 'vscode';
import { DisposableStore } from './tools/disposableStore';

/**
 * Notes that are to be read again because what they are read by changed. What changes meanwhile starts the reading
 * anew, so that typing never piles up readings of the same notes.
 */
export class StaleNotes extends DisposableStore {
  readonly #stale = new Map<string, vscode.Uri>();
  readonly #read: (uris: readonly vscode.Uri[], token: vscode.CancellationToken) => Promise<void>;
  readonly #done: () => void;
  #reading: vscode.CancellationTokenSource | undefined;

  /** `read` reads notes, `done` is told once all are as they should be. */
  constructor(
    read: (uris: readonly vscode.Uri[], token: vscode.CancellationToken) => Promise<void>,
    done: () => void,
  ) {
    super();
    this.#read = read;
    this.#done = done;
    this.register({ dispose: () => this.#reading?.cancel() });
  }

  async add(uris: readonly vscode.Uri[]): Promise<void> {
    if (uris.length === 0) return;
    for (const uri of uris) this.#stale.set(uri.toString(), uri);
    this.#reading?.cancel();
    const reading = new vscode.CancellationTokenSource();
    this.#reading = reading;
    await this.#read([...this.#stale.values()], reading.token);
    if (reading.token.isCancellationRequested) return;
    this.#stale.clear();
    this.#done();
  }
}
