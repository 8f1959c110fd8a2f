/** How long {@link eventually} waits by default, in milliseconds. */
const defaultDeadlineMs = 20_000;

const pauseMs = 50;

/**
 * Waits until `read` gives a value that is neither undefined nor false, and gives that value.
 *
 * @param what names what is waited for, for the message of the failure
 * @throws Error if the deadline passes first
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
      throw new Error(`Waited ${deadlineMs / 1000} s in vain for ${what}`);
    }
    await new Promise(resolve => {
      setTimeout(resolve, pauseMs);
    });
  }
}
