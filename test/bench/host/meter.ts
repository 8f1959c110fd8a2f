/** How often, in milliseconds, it is looked whether the host is held up. */
const tick = 4;

/** What work cost, in milliseconds. */
interface Cost {
  readonly wall: number;
  /** Processor time of the whole process. */
  readonly processor: number;
  /** The longest stretch in which nothing else had its turn. */
  readonly block: number;
}

/**
 * Measures what goes on in this process from now on. A stretch counts as a block only as far as the process was at work:
 * on a busy machine it may have waited for a processor, which is nobody's fault here.
 */
export class Meter {
  readonly #started = now();
  readonly #timer = setInterval(() => this.#look(), tick);
  #last = this.#started;
  #block = 0;

  /** From now on looks for the longest block anew: what held up until now has a figure of its own. */
  forgetBlocks(): void {
    this.#look();
    this.#block = 0;
  }

  /** What it cost so far. */
  read(): Cost {
    this.#look();
    return {
      wall: this.#last.wall - this.#started.wall,
      processor: this.#last.processor - this.#started.processor,
      block: this.#block,
    };
  }

  /** Ends the measuring. */
  stop(): Cost {
    clearInterval(this.#timer);
    return this.read();
  }

  #look(): void {
    const seen = now();
    const { wall, processor } = this.#last;
    this.#block = Math.max(this.#block, Math.min(seen.wall - wall, seen.processor - processor));
    this.#last = seen;
  }
}

function now(): Omit<Cost, 'block'> {
  return { wall: performance.now(), processor: processorTime() };
}

/** What this process has cost, in milliseconds. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
