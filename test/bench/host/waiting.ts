import { processorTime } from './meter';

/** A process that does less than this, in milliseconds, in {@link look} milliseconds has nothing to do. */
const idle = 25;
const look = 300;

/** Resolves after some milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds);
  });
}

/** Resolves when this process has had nothing to do for a second; on a machine that is too busy, after a minute. */
export async function untilIdle(): Promise<void> {
  const end = performance.now() + 60_000;
  for (let quiet = 0; quiet < 3 && performance.now() < end; ) {
    const before = processorTime();
    await pause(look);
    quiet = processorTime() - before < idle ? quiet + 1 : 0;
  }
}
