/** How long a run may take. */
export interface Limits {
  /** In all, in milliseconds. */
  readonly totalMs: number;
  /** Without a sign of life, in milliseconds. */
  readonly silenceMs: number;
}

interface Timer {
  /** Lets its time begin anew. */
  refresh(): void;
  stop(): void;
}

/** Starts a timer; `passed` is called once when the milliseconds have passed. */
export type StartTimer = (passed: () => void, milliseconds: number) => Timer;

const startTimer: StartTimer = (passed, milliseconds) => {
  const timer = setTimeout(passed, milliseconds);
  return { refresh: () => timer.refresh(), stop: () => clearTimeout(timer) };
};

/** Gives up work that takes too long, or that shows no sign of life for too long. */
export class Deadline {
  readonly #limits: Limits;
  readonly #startTimer: StartTimer;
  #silence: Timer | undefined;
  #giveUp: (reason: string) => void = () => undefined;

  constructor(limits: Limits, start = startTimer) {
    this.#limits = limits;
    this.#startTimer = start;
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
    const silence = this.#startTimer(
      () => this.#giveUp(`The suite said nothing for ${silenceMs / 1000} s.`),
      silenceMs,
    );
    this.#silence = silence;
    const total = this.#startTimer(
      () => this.#giveUp(`The suite did not end within ${totalMs / 1000} s.`),
      totalMs,
    );
    try {
      return await Promise.race([work, passed]);
    } finally {
      silence.stop();
      total.stop();
    }
  }
}
