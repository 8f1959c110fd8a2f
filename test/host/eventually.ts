/** How long {@link eventually} waits by default, in milliseconds: a busy machine is many times slower. */
const defaultDeadlineMs = 120_000;

const pauseMs = 50;

/** What was waited for did not come. */
export class WaitedInVain extends Error {}

/**
 * Waits until `read` gives a value that is neither undefined nor false, and gives that value.
 *
 * @param what names what is waited for, for the message of the failure
 * @throws WaitedInVain if the deadline passes first; what `read` throws ends the wait
 */
export async function eventually<T>(
  what: string,
  read: () => T | undefined | false | PromiseLike<T | undefined | false>,
  deadlineMs: number = defaultDeadlineMs,
): Promise<T> {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    const value = await read();
    if (value !== undefined && value !== false) {
      return value;
    }
    if (Date.now() > deadline) {
      throw new WaitedInVain(`Waited ${deadlineMs / 1000} s in vain for ${what}`);
    }
    await new Promise(resolve => {
      setTimeout(resolve, pauseMs);
    });
  }
}
