import type { Disposable } from 'vscode';

/** Something with a lifetime that ends the lifetimes of all it registered. */
export abstract class DisposableStore implements Disposable {
  readonly #owned = new Set<Disposable>();
  #disposed = false;

  /** Ties the lifetime of `thing` to this one; it ends at once where this one has already ended. */
  protected register<Thing extends Disposable>(thing: Thing): Thing {
    if (this.#disposed) thing.dispose();
    else this.#owned.add(thing);
    return thing;
  }

  get isDisposed(): boolean {
    return this.#disposed;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    for (const thing of this.#owned) thing.dispose();
    this.#owned.clear();
  }
}
