import { DisposableStore } from './disposableStore';

/** Calls back once per key after its events have paused for a while: typing in one document never delays another. */
export class Debouncer<Key> extends DisposableStore {
  readonly #timers = new Map<Key, ReturnType<typeof setTimeout>>();
  readonly #delay: number;
  readonly #settled: (key: Key) => void;

  /** `delay` is the pause in milliseconds. */
  constructor(delay: number, settled: (key: Key) => void) {
    super();
    this.#delay = delay;
    this.#settled = settled;
    this.register({ dispose: () => this.#cancelAll() });
  }

  /** Something happened to `key`: the pause starts anew. */
  touch(key: Key): void {
    if (this.isDisposed) return;
    this.cancel(key);
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        this.#settled(key);
      }, this.#delay),
    );
  }

  /** Forgets what is pending for `key`. */
  cancel(key: Key): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  #cancelAll(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
