import assert from 'node:assert/strict';
import { workThrough } from '../../../src/extension/workThrough';

const items = Array.from({ length: 100 }, (_, number) => number);

describe('working through many notes', () => {
  it('takes each once, in order, and no more than 16 at a time', async () => {
    const taken: number[] = [];
    let running = 0;
    let most = 0;
    await workThrough(items, async item => {
      taken.push(item);
      running++;
      most = Math.max(most, running);
      await new Promise(resolve => setImmediate(resolve));
      running--;
    });
    assert.deepEqual(taken, items);
    assert.equal(most, 16);
  });

  it('lets others have their turn in between', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await workThrough(items, async () => {
      const end = performance.now() + 2;
      while (performance.now() < end);
    });
    clearInterval(timer);
    assert.ok(turns > 1, `${turns} turns in 200 ms of work`);
  });

  it('stops where it is cancelled', async () => {
    let isCancellationRequested = false;
    const token = {
      get isCancellationRequested() {
        return isCancellationRequested;
      },
      onCancellationRequested: () => ({ dispose: () => undefined }),
    };
    const taken: number[] = [];
    await workThrough(
      items,
      async item => {
        taken.push(item);
        if (item === 40) isCancellationRequested = true;
      },
      token,
    );
    assert.deepEqual(taken, items.slice(0, 41));
  });
});
