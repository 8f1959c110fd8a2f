/** How long a run may take. */
export interface Limits {
  /** In all, in milliseconds. */
  readonly totalMs: number;
  /** Without a sign of life, in milliseconds. */
  readonly silenceMs: number;
}

/** Gives up work that takes too long, or that shows no sign of life for too long. */
export class Deadline {
  readonly #limits: Limits;
  #silence: NodeJS.Timeout | undefined;
  #giveUp: (reason: string) => void = () => undefined;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Notes a sign of life. */
  heard(): void {
    this.#silence?.refresh();
  }

  /**
   * The result of `work`, unless a limit is passed first.
   *
   * @param late makes the error that is then thrown, from a sentence that says which limit
   */
  async limit<T>(work: Promise<T>, late: (reason: string) => Error): Promise<T> {
    const { totalMs, silenceMs } = this.#limits;
    const passed = new Promise<never>((_, reject) => {
      this.#giveUp = reason => reject(late(reason));
    });
    this.#silence = setTimeout(
      () => this.#giveUp(`The suite said nothing for ${silenceMs / 1000} s.`),
      silenceMs,
    );
    const total = setTimeout(
      () => this.#giveUp(`The suite did not end within ${totalMs / 1000} s.`),
      totalMs,
    );
    try {
      return await Promise.race([work, passed]);
    } finally {
      clearTimeout(this.#silence);
      clearTimeout(total);
    }
  }
}
