import assert from 'node:assert/strict';
import { Deadline } from '../../host/deadline';

const never = new Promise<never>(() => undefined);
const late = (reason: string) => new Error(reason);

describe('the deadline of a suite', () => {
  it('gives what the work gives in time', async () => {
    assert.equal(await new Deadline({ totalMs: 5_000, silenceMs: 5_000 }).limit(Promise.resolve(7), late), 7);
  });

  it('passes when the suite takes too long, signs of life or not', async () => {
    const deadline = new Deadline({ totalMs: 60, silenceMs: 5_000 });
    const signs = setInterval(() => deadline.heard(), 10);
    await assert.rejects(deadline.limit(never, late), /did not end within 0\.06 s/);
    clearInterval(signs);
  });

  it('passes when the suite says nothing for too long', async () => {
    await assert.rejects(
      new Deadline({ totalMs: 5_000, silenceMs: 30 }).limit(never, late),
      /said nothing for 0\.03 s/,
    );
  });

  it('is put off by a sign of life', async () => {
    const deadline = new Deadline({ totalMs: 20_000, silenceMs: 400 });
    const signs = setInterval(() => deadline.heard(), 20);
    const work = new Promise<string>(resolve => {
      setTimeout(() => resolve('done'), 800);
    });
    assert.equal(await deadline.limit(work, late), 'done');
    clearInterval(signs);
  });

  it('leaves the failure of the work as it is', async () => {
    const deadline = new Deadline({ totalMs: 5_000, silenceMs: 5_000 });
    await assert.rejects(deadline.limit(Promise.reject(new Error('crashed')), late), /crashed/);
  });
});
