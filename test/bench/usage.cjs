const { threadTime } = require('./threadTime.cjs');

/**
 * Loaded before a program that is measured: says at its end how much memory it took at most, in kilobytes, and processor
 * time of its main thread and of all, in milliseconds.
 */
process.on('exit', () => {
  const main = threadTime();
  const { user, system } = process.cpuUsage();
  process.stderr.write(
    `\npeak ${process.resourceUsage().maxRSS} main ${main} all ${(user + system) / 1000}\n`,
  );
});
