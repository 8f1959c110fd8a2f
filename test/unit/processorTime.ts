import assert from 'node:assert/strict';

/** The processor time that work takes, in milliseconds: other programs on the machine do not add to it. */
export function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  return millisecondsSince(start);
}

/** What the work gives; fails where it takes more processor time than `most` milliseconds. */
export function within<Value>(most: number, work: () => Value, what = 'it'): Value {
  const start = process.cpuUsage();
  const value = work();
  const took = millisecondsSince(start);
  assert.ok(took <= most, `${what} took ${took} ms`);
  return value;
}

function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
