import assert from 'node:assert/strict';
import { everRarer } from '../../../src/extension/services/tools/everRarer';

describe('what is done ever more rarely', () => {
  it('is done after a moment, and then each time that twice as much time has passed', () => {
    let time = 1000;
    const done: number[] = [];
    const look = everRarer(
      500,
      () => done.push(time - 1000),
      () => time,
    );
    for (; time <= 11_000; time += 100) look();
    assert.deepEqual(done, [500, 1000, 2000, 4000, 8000]);
  });
});
