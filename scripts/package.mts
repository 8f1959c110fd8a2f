import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** `npm run package`: makes the VSIX. A warning of vsce fails it: the package is to hold what runs and nothing else. */

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const vsix = `${name}-${version}.vsix`;
const run = spawnSync('vsce', ['package', '--no-dependencies', '--out', vsix], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const output = `${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`;
process.stdout.write(output);
if (run.status !== 0 || /warning/i.test(output)) {
  console.error('The package has faults: see above.');
  process.exitCode = 1;
}
