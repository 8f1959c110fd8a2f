import { spawnSync } from 'node:child_process';

/** `npm run test:e2e`: the package as users get it, in a real window. `--grep` picks tests by their full title. */

const shell = process.platform === 'win32';
const packed = spawnSync('tsx', ['scripts/package.mts'], { stdio: 'inherit', shell });
if (packed.status !== 0) process.exit(1);

const mocha = ['--no-config', '--require', 'tsx/cjs', 'test/e2e/*.test.ts', ...process.argv.slice(2)];
const run = spawnSync('mocha', mocha, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], shell });
process.stdout.write(run.stdout);
const passed = Number(/(\d+) passing/.exec(run.stdout)?.[1] ?? 0);
const failed = Number(/(\d+) failing/.exec(run.stdout)?.[1] ?? 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = run.status === 0 && passed > 0 ? 0 : 1;
