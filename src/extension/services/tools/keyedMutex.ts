/**
 * Runs a task for a key one at a time. Asked for while it runs, it runs once more afterwards, so that it sees what
 * there is then; all who asked wait for the last run.
 */
export class KeyedMutex {
  readonly #running = new Map<string, { again: boolean; done: Promise<void> }>();

  run(key: string, task: () => Promise<void>): Promise<void> {
    const known = this.#running.get(key);
    if (known !== undefined) {
      known.again = true;
      return known.done;
    }
    const running = { again: false, done: Promise.resolve() };
    this.#running.set(key, running);
    const runs = async (): Promise<void> => {
      try {
        do {
          running.again = false;
          await task();
        } while (running.again);
      } finally {
        this.#running.delete(key);
      }
    };
    running.done = runs();
    return running.done;
  }
}
