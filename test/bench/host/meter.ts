/** How often, in milliseconds, it is looked whether the host is held up. */
const tick = 1;

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
export function startMeter(): () => Cost {
  const started = { wall: performance.now(), processor: processorTime() };
  let last = started;
  let block = 0;
  const look = (): void => {
    const now = { wall: performance.now(), processor: processorTime() };
    block = Math.max(block, Math.min(now.wall - last.wall, now.processor - last.processor));
    last = now;
  };
  const timer = setInterval(look, tick);
  return () => {
    look();
    clearInterval(timer);
    return { wall: last.wall - started.wall, processor: last.processor - started.processor, block };
  };
}

/** What this process has cost, in milliseconds. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
