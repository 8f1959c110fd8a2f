import assert from 'node:assert/strict';
import { KeyedMutex } from '../../../src/extension/services/tools/keyedMutex';

/** A task whose runs end when they are told to. */
function heldTask() {
  const ends: (() => void)[] = [];
  let runs = 0;
  const task = async (): Promise<void> => {
    runs++;
    await new Promise<void>(resolve => ends.push(resolve));
  };
  const end = async (): Promise<void> => {
    ends.shift()?.();
    await new Promise(resolve => setImmediate(resolve));
  };
  return { task, end, runs: () => runs };
}

describe('what is read one at a time', () => {
  it('is read once more, and only once, where it was asked for while it was being read', async () => {
    const { task, end, runs } = heldTask();
    const reading = new KeyedMutex();
    const settled: string[] = [];
    const asked = ['first', 'second', 'third'].map(async name => {
      await reading.run('a', task);
      settled.push(name);
    });
    assert.equal(runs(), 1);
    await end();
    assert.equal(runs(), 2);
    assert.deepEqual(settled, [], 'all wait for what there is in the end');
    await end();
    await Promise.all(asked);
    assert.equal(runs(), 2);
  });

  it('is read at the same time as others', () => {
    const { task, runs } = heldTask();
    const reading = new KeyedMutex();
    void reading.run('a', task);
    void reading.run('b', task);
    assert.equal(runs(), 2);
  });

  it('can be read again after a failure', async () => {
    const reading = new KeyedMutex();
    await assert.rejects(
      reading.run('a', () => Promise.reject(new Error('no permission'))),
      /no permission/,
    );
    let read = false;
    await reading.run('a', async () => {
      read = true;
    });
    assert.equal(read, true);
  });
});
