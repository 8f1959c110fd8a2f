const { readFileSync } = require('node:fs');

/**
 * Processor time of the thread that asks, in milliseconds: what collects garbage and compiles beside it is not counted.
 * Where neither Node nor the system tells it, that of all threads of the process.
 */
exports.threadTime = () => {
  const { user, system } = process.threadCpuUsage?.() ?? {};
  if (user !== undefined) return (user + system) / 1000;
  try {
    // Nanoseconds on a processor (https://docs.kernel.org/scheduler/sched-stats.html).
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    const all = process.cpuUsage();
    return (all.user + all.system) / 1000;
  }
};
