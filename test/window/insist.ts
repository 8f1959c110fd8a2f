import { eventually, WaitedInVain } from '../host/eventually';

/** How long a window may take to show what is waited for, in milliseconds: a busy machine is many times slower. */
export const patience = 240_000;

/** How long the first try may take to have its effect, in milliseconds; each further one may take longer. */
const firstTryMs = 4_000;

/** How much longer than the one before. */
const growth = 1.5;

/** Waits until `isSo`. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  await eventually(what, isSo, patience);
}

/**
 * Does something, and does it again until its effect is seen: a click or a key that comes while VS Code redraws is
 * swallowed now and then. What is done must do no harm where it is done twice.
 *
 * @param what names the effect, for the message of the failure
 * @param act does it, within the milliseconds that it is given; what it throws is as good as no effect
 * @param isDone whether the effect is seen; it is asked first
 */
export async function insist(
  what: string,
  act: (ms: number) => Promise<unknown>,
  isDone: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + patience;
  let obstacle: unknown;
  for (let ms = firstTryMs; Date.now() < deadline; ms *= growth) {
    if (await isDone()) return;
    try {
      await act(ms);
      await eventually(what, isDone, ms);
      return;
    } catch (error) {
      obstacle = error;
    }
  }
  const last = obstacle instanceof Error ? `; at last: ${obstacle.message}` : '';
  throw new WaitedInVain(`Tried ${patience / 1000} s in vain for ${what}${last}`);
}
