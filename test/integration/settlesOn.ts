import { deepEqual } from '../host/assert';
import { eventually, WaitedInVain } from '../host/eventually';

/** Waits until `read` gives what is expected; a failure shows what it gave last. */
export async function settlesOn<T>(what: string, read: () => T | PromiseLike<T>, expected: T): Promise<void> {
  let last: T | undefined;
  const isExpected = async (): Promise<boolean> => {
    last = await read();
    return JSON.stringify(last) === JSON.stringify(expected);
  };
  try {
    await eventually(what, isExpected);
  } catch (error) {
    if (!(error instanceof WaitedInVain)) throw error;
    deepEqual(last, expected, `Waited in vain for ${what}`);
  }
}
