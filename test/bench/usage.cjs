/** Loaded before a command that is measured: says at its end how much memory it took at most, in kilobytes, and processor time, in microseconds. */
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(`\npeak ${process.resourceUsage().maxRSS} cpu ${user + system}\n`);
});
