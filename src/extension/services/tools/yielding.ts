import type { CancellationToken } from 'vscode';
import type { Steps } from '../../../core/steps';

/** How long work goes on, in milliseconds, before everything else in the host gets its turn. */
export const slice = 12;

/** How many items of a list are worked on at a time. */
const atATime = 16;

/** The host that the work is done in: its clock, in milliseconds, and the turn of everything else. */
export interface Host {
  readonly now: () => number;
  readonly yieldTurn: () => Promise<void>;
}

const thisHost: Host = {
  now: () => Date.now(),
  yieldTurn: () => new Promise(nextTurn),
};

/** When everything else has had its turn: in Node without the millisecond and more that a timer waits at least. */
function nextTurn(then: () => void): void {
  if (typeof setImmediate === 'undefined') setTimeout(then, 0);
  else setImmediate(then);
}

/**
 * The turn of everything else, where that is due: whoever goes on working waits for it, and asks again, as another may have
 * worked meanwhile.
 */
export type DueTurn = () => Promise<void> | undefined;

/** Works through all items in order, some at a time, without keeping the host from anything else. */
export async function forEachYielding<Item>(
  items: readonly Item[],
  work: (item: Item, turn: DueTurn) => Promise<void>,
  token?: CancellationToken,
  host = thisHost,
): Promise<void> {
  const queue = items.values();
  const turn = turns(host);
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      for (let due = turn(); due !== undefined; due = turn()) await due;
      if (token?.isCancellationRequested) return;
      await work(item, turn);
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}

/** Does work in steps without keeping the host from anything else. */
export function runYielding<Result>(steps: Steps<Result>): Promise<Result>;
/** The same; undefined once it is cancelled. */
export function runYielding<Result>(
  steps: Steps<Result>,
  token: CancellationToken | undefined,
  host?: Host,
): Promise<Result | undefined>;
export async function runYielding<Result>(
  steps: Steps<Result>,
  token?: CancellationToken,
  host = thisHost,
): Promise<Result | undefined> {
  const turn = turns(host);
  for (;;) {
    if (token?.isCancellationRequested) return undefined;
    const step = steps.next();
    if (step.done === true) return step.value;
    await turn();
  }
}

/** Lets everything else have its turn where a slice is over: all who share the slice wait for the one turn. */
function turns({ now, yieldTurn }: Host): DueTurn {
  let start = now();
  let turn: Promise<void> | undefined;
  return () => {
    if (turn !== undefined || now() - start < slice) return turn;
    turn = yieldTurn().then(() => {
      start = now();
      turn = undefined;
    });
    return turn;
  };
}
