/** How the processor time that work takes grows with its size. */

/** Work of a size: it may prepare what it needs, and gives what is to be measured. */
export type Shape = (size: number) => () => unknown;

/** What was found of a shape. */
export interface Growth {
  /** Each twice the one before. */
  readonly sizes: readonly number[];
  /** The processor time of each size in milliseconds; fewer where one took too long to go on. */
  readonly times: readonly number[];
  /** The slope of the time over the size, both as logarithms: 1 is linear, 2 the square. */
  readonly exponent: number;
}

/** What grows faster than this over three doublings is not in proportion any more. */
export const mostGrowth = 1.2;
/** What grows faster than this is not looked at again: no busy machine makes it so. */
const certainGrowth = 1.75;

const doublings = 3;
/** So much processor time is measured at once, at least, in milliseconds: less is no better than a guess. */
const leastTime = 6;
/** Work that takes longer than this, in milliseconds, is measured well at once. */
const longTime = 500;
/** Work that takes longer than this is neither doubled nor measured again, in milliseconds. */
const longestTime = 5000;
/** The least of so many measures is taken; of more where it is close, so that a busy machine does not decide. */
const measures = 3;
const moreMeasures = 12;
/** How many times as large the sizes are that are looked at last. */
const larger = 8;
/** How often the first size may be doubled until it takes long enough. */
const mostGrown = 8;

/**
 * Measures a shape at four sizes, each twice the one before. The first is `first`, or that doubled until the work is
 * long enough to be measured well.
 */
export function growthOf(shape: Shape, first: number, last = first * 2 ** mostGrown): Growth {
  let from = first;
  while (from * 2 <= last && timeOf(shape(from), 1) < leastTime / 2) from *= 2;
  const growth = measured(shape, sizesFrom(from), measures);
  if (isClear(growth)) return growth;
  const again = measured(shape, sizesFrom(from), moreMeasures);
  const longest = Math.max(...again.times);
  if (isClear(again) || longest * larger > longestTime) return again;
  const beyond = measured(shape, sizesFrom(from * larger), measures);
  // Where the memory that is at hand is full, time takes a step, once. A square is one at each doubling.
  const exponent = Math.min(beyond.exponent, usualDoubling(beyond));
  return exponent < again.exponent ? { ...beyond, exponent } : again;
}

/** What the time grows with from one size to the next, as a logarithm: neither the most nor the least of three. */
function usualDoubling({ times }: Growth): number {
  const grown = times.slice(1).map((time, at) => Math.log2(time / Math.max(times[at] ?? 0, 1e-6)));
  return grown.sort((a, b) => a - b)[1] ?? Number.POSITIVE_INFINITY;
}

function sizesFrom(first: number): readonly number[] {
  return Array.from({ length: doublings + 1 }, (_, at) => first * 2 ** at);
}

/** Whether it is in proportion, or certainly not. */
function isClear({ exponent }: Growth): boolean {
  return exponent <= mostGrowth || exponent > certainGrowth;
}

/** The least of the processor times that work took, done so many times, in milliseconds; once where it takes long. */
export function leastTimeOf(work: () => unknown, count: number): number {
  let least = timeOf(work, 1);
  for (let at = 1; at < count && least < longTime; at++) least = Math.min(least, timeOf(work, 1));
  return least;
}

function measured(shape: Shape, sizes: readonly number[], count: number): Growth {
  const works: (() => unknown)[] = [];
  const taken: number[][] = [];
  for (const size of sizes) {
    const work = shape(size);
    const time = timeOf(work, repeatsFor(work));
    works.push(work);
    taken.push([time]);
    if (time > longestTime) break;
  }
  const isWhole = works.length === sizes.length;
  // What takes long is measured well at once. What does not, in turns, so that what slows the machine down for a while slows all sizes.
  const isLong = taken.flat().reduce((sum, time) => sum + time, 0) > longestTime;
  for (let round = 1; round < count && isWhole && !isLong; round++) {
    for (const [at, work] of works.entries()) taken[at]?.push(timeOf(work, repeatsFor(work)));
  }
  // What else the machine does only adds to a time.
  const times = taken.map(each => Math.min(...each));
  return { sizes, times, exponent: isWhole ? slope(times) : Number.POSITIVE_INFINITY };
}

function repeatsFor(work: () => unknown): number {
  return Math.max(1, Math.ceil(leastTime / Math.max(timeOf(work, 1), 0.01)));
}

/** The time that work takes once, in milliseconds, over so many repeats. */
function timeOf(work: () => unknown, repeats: number): number {
  const start = cpuNow();
  for (let at = 0; at < repeats; at++) work();
  return (cpuNow() - start) / repeats;
}

/** The processor time of this process, in milliseconds. */
function cpuNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The slope of the line that fits the logarithms of the times best, each size being twice the one before. */
function slope(times: readonly number[]): number {
  const logs = times.map(time => Math.log2(Math.max(time, 1e-6)));
  const middle = (logs.length - 1) / 2;
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const spread = logs.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  return logs.reduce((sum, log, at) => sum + (at - middle) * (log - mean), 0) / spread;
}
