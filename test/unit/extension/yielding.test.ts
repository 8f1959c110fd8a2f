import assert from 'node:assert/strict';
import {
  forEachYielding,
  type Host,
  runYielding,
  slice,
} from '../../../src/extension/services/tools/yielding';

const items = Array.from({ length: 100 }, (_, number) => number);

/** A host whose clock goes on only where work takes it on. */
class SlowHost implements Host {
  #time = 0;
  /** The times at which everything else had its turn. */
  readonly turns: number[] = [];
  readonly now = (): number => this.#time;
  readonly yieldTurn = async (): Promise<void> => {
    this.turns.push(this.#time);
  };

  work(milliseconds: number): void {
    this.#time += milliseconds;
  }
}

/** A token that is cancelled on demand. */
function cancellation() {
  return {
    isCancellationRequested: false,
    onCancellationRequested: () => ({ dispose: () => undefined }),
  };
}

describe('working through a list', () => {
  it('takes each item once, in order, and no more than 16 at a time', async () => {
    const taken: number[] = [];
    let running = 0;
    let most = 0;
    await forEachYielding(items, async item => {
      taken.push(item);
      running++;
      most = Math.max(most, running);
      await new Promise(resolve => setImmediate(resolve));
      running--;
    });
    assert.deepEqual(taken, items);
    assert.equal(most, 16);
  });

  it('lets everything else have its turn whenever a slice is over', async () => {
    const host = new SlowHost();
    const quick = new SlowHost();
    await forEachYielding(items, async () => host.work(slice / 4), undefined, host);
    await forEachYielding(items.slice(0, 4), async () => quick.work(slice / 5), undefined, quick);
    const gaps = host.turns.map((turn, at) => turn - (host.turns[at - 1] ?? 0));
    assert.deepEqual(new Set(gaps), new Set([slice]));
    assert.equal(host.turns.length, 24, 'turns between 25 slices of work');
    assert.deepEqual(quick.turns, [], 'a turn where no slice was over');
  });

  it('stops where it is cancelled', async () => {
    const token = cancellation();
    const taken: number[] = [];
    await forEachYielding(
      items,
      async item => {
        taken.push(item);
        if (item === 40) token.isCancellationRequested = true;
      },
      token,
    );
    assert.deepEqual(taken, items.slice(0, 41));
  });
});

describe('work in steps', () => {
  function* steps(host: SlowHost, took: () => void = () => undefined): Generator<void, string, undefined> {
    for (const _ of items) {
      host.work(slice / 4);
      took();
      yield;
    }
    return 'done';
  }

  it('gives what it results in, and lets everything else have its turn after each slice', async () => {
    const host = new SlowHost();
    assert.equal(await runYielding(steps(host), undefined, host), 'done');
    assert.deepEqual(
      host.turns,
      Array.from({ length: 25 }, (_, at) => slice * (at + 1)),
    );
  });

  it('stops where it is cancelled, and gives nothing', async () => {
    const host = new SlowHost();
    const token = cancellation();
    let taken = 0;
    const result = await runYielding(
      steps(host, () => {
        taken++;
        if (taken === 40) token.isCancellationRequested = true;
      }),
      token,
      host,
    );
    assert.deepEqual([result, taken], [undefined, 40]);
  });
});
