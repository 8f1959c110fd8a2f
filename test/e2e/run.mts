import { spawn, spawnSync } from 'node:child_process';

/** `npm run test:e2e`: the package as users get it, in a real window. `--grep` picks tests by their full title. */

const shell = process.platform === 'win32';
const packed = spawnSync('tsx', ['scripts/package.mts'], { stdio: 'inherit', shell });
if (packed.status !== 0) process.exit(1);

// Two files at once: each has a window of its own, and mostly waits for it. What it waited for in vain is tried once
// more, which the reporter tells.
const atOnce = ['--parallel', '--jobs', '2', '--retries', '1', '--reporter', 'test/e2e/specWithRetries.cjs'];
const mocha = [
  '--no-config',
  '--require',
  'tsx/cjs',
  ...atOnce,
  'test/e2e/*.test.ts',
  ...process.argv.slice(2),
];
const run = spawn('mocha', mocha, { stdio: ['ignore', 'pipe', 'inherit'], shell });
let output = '';
run.stdout.on('data', (chunk: Buffer) => {
  output += chunk.toString();
  process.stdout.write(chunk);
});
run.on('close', code => {
  const passed = Number(/(\d+) passing/.exec(output)?.[1] ?? 0);
  const failed = Number(/(\d+) failing/.exec(output)?.[1] ?? 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = code === 0 && passed > 0 ? 0 : 1;
});
