import assert from 'node:assert/strict';
import { Deadline, type StartTimer } from '../../host/deadline';

const never = new Promise<never>(() => undefined);
const late = (reason: string) => new Error(reason);
const limits = { totalMs: 20_000, silenceMs: 400 };

/** A clock that stands still but where a test lets time pass. */
class HandClock {
  #now = 0;
  readonly #running = new Map<object, { at: number; passed: () => void }>();

  readonly startTimer: StartTimer = (passed, milliseconds) => {
    const timer = {
      refresh: () => void this.#running.set(timer, { at: this.#now + milliseconds, passed }),
      stop: () => void this.#running.delete(timer),
    };
    timer.refresh();
    return timer;
  };

  get running(): number {
    return this.#running.size;
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const { at, passed } of this.#running.values()) if (at <= this.#now) passed();
  }
}

describe('the deadline of a suite', () => {
  it('gives what the work gives in time, and then lets no time run on', async () => {
    const clock = new HandClock();
    assert.equal(await new Deadline(limits, clock.startTimer).limit(Promise.resolve(7), late), 7);
    assert.equal(clock.running, 0);
  });

  it('goes by the clock of the machine', async () => {
    const soon = new Deadline({ totalMs: 0, silenceMs: 20_000 });
    await assert.rejects(soon.limit(never, late), /did not end within 0 s/);
  });

  it('passes when the suite takes too long, signs of life or not', async () => {
    const clock = new HandClock();
    const deadline = new Deadline(limits, clock.startTimer);
    const run = assert.rejects(deadline.limit(never, late), /did not end within 20 s/);
    for (let at = 0; at < 20_000; at += 250) {
      deadline.heard();
      clock.pass(250);
    }
    await run;
  });

  it('passes when the suite says nothing for too long', async () => {
    const clock = new HandClock();
    const run = assert.rejects(
      new Deadline(limits, clock.startTimer).limit(never, late),
      /said nothing for 0\.4 s/,
    );
    clock.pass(400);
    await run;
  });

  it('is put off by a sign of life', async () => {
    const clock = new HandClock();
    const deadline = new Deadline(limits, clock.startTimer);
    let done: (result: string) => void = () => undefined;
    const run = deadline.limit(
      new Promise<string>(resolve => {
        done = resolve;
      }),
      late,
    );
    for (let sign = 0; sign < 10; sign++) {
      clock.pass(399);
      deadline.heard();
    }
    done('done');
    assert.equal(await run, 'done');
  });

  it('leaves the failure of the work as it is', async () => {
    const failing = Promise.reject(new Error('crashed'));
    await assert.rejects(new Deadline(limits, new HandClock().startTimer).limit(failing, late), /crashed/);
  });
});
