import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * `npm run package`: makes the VSIX and the package for npm, the same bytes whenever and wherever the same files are
 * packed. A warning of vsce fails it: the package is to hold what runs and nothing else.
 */

/** The date that npm gives to all files in a package (1985-10-26, 08:15 UTC), in seconds; vsce is given it, too. */
const dateOfFiles = '499162500';

/** The links of the README stay as they are: there is no address yet that is sure to stay the project's own. */
const withoutAddress = ['--allow-missing-repository', '--no-rewrite-relative-links'];

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
// It builds first, by `vscode:prepublish`.
const file = `${name}-${version}.vsix`;
const vsix = run('vsce', ['package', '--no-dependencies', ...withoutAddress, '--out', file]);
const npm = vsix.isGood && run('npm', ['pack', './dist/npm']).isGood;
if (!npm || /warning/i.test(vsix.output)) {
  console.error('The package has faults: see above.');
  process.exitCode = 1;
}

function run(command: string, args: readonly string[]): { isGood: boolean; output: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    // Archives hold the time of day as it is where they are made.
    env: { ...process.env, SOURCE_DATE_EPOCH: dateOfFiles, TZ: 'UTC' },
  });
  const output = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`;
  process.stdout.write(output);
  return { isGood: status === 0, output };
}
