import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  isServerVersion,
  lowestVersion,
  newestVersion,
  serverVersions,
} from '../../scripts/host/serverBuild';

/**
 * `npm run test:e2e`: the package as users get it, in real windows. All tests in the newest VS Code, unless `--version`
 * names another or is `lowest`; `--journeys` runs only those of `journeys/`, `--rest` all others, `--grep` those with a
 * title that it fits.
 */

const { values } = parseArgs({
  options: {
    version: { type: 'string', default: newestVersion },
    journeys: { type: 'boolean', default: false },
    rest: { type: 'boolean', default: false },
    grep: { type: 'string' },
  },
});
const version = values.version === 'lowest' ? lowestVersion : values.version;
if (!isServerVersion(version)) {
  console.error(`--version is lowest, ${serverVersions.join(' or ')}.`);
  process.exit(1);
}

const shell = process.platform === 'win32';
const packed = spawnSync('tsx', ['scripts/package.mts'], { stdio: 'inherit', shell });
if (packed.status !== 0) process.exit(1);
// What earlier failures left.
rmSync('out/e2e', { recursive: true, force: true });

const folder = values.journeys ? 'test/e2e/journeys' : 'test/e2e';
const files = readdirSync(folder, { recursive: !values.rest, encoding: 'utf8' })
  .filter(name => name.endsWith('.test.ts'))
  .map(name => `${folder}/${name}`)
  // The longest first, or one processor waits for the other at the end.
  .sort((a, b) => statSync(b).size - statSync(a).size);
const mocha = [
  '--no-config',
  ...['--require', 'tsx/cjs', '--require', './scripts/yamlReader.cjs'],
  // Two files at once: each has windows of its own, and mostly waits for them.
  ...['--parallel', '--jobs', '2', '--forbid-only', '--forbid-pending'],
  ...(values.grep === undefined ? [] : ['--grep', values.grep]),
  ...files,
];
const run = spawn('mocha', mocha, {
  stdio: ['ignore', 'pipe', 'inherit'],
  shell,
  env: { ...process.env, SESSION_NOTES_E2E_VSCODE: version },
});
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
