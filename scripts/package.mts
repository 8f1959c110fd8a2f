import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stagePackable } from './packable';

/**
 * `npm run package`: makes the VSIX and the package for npm, the same bytes whenever and wherever the same files are
 * packed. A warning of vsce fails it: the package is to hold what runs and nothing else.
 */

/** The date that npm gives to all files in a package (1985-10-26, 08:15 UTC), in seconds; vsce is given it, too. */
const dateOfFiles = '499162500';

/** The links of the README stay as they are: there is no address yet that is sure to stay the project's own. */
const withoutAddress = ['--allow-missing-repository', '--no-rewrite-relative-links'];

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const file = resolve(`${name}-${version}.vsix`);
const isGood = run('tsx', ['scripts/build.mts', '--minify']).isGood && (await packVsix());
if (!isGood || !run('npm', ['pack', './dist/npm']).isGood) {
  console.error('The package has faults: see above.');
  process.exitCode = 1;
}

async function packVsix(): Promise<boolean> {
  const staged = await stagePackable('.');
  try {
    const args = ['package', '--no-dependencies', ...withoutAddress, '--out', file];
    const { isGood, output } = run('vsce', args, staged.path);
    return isGood && !/warning/i.test(output);
  } finally {
    await staged.remove();
  }
}

function run(command: string, args: readonly string[], cwd = '.'): { isGood: boolean; output: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    // Archives hold the time of day as it is where they are made.
    env: { ...process.env, SOURCE_DATE_EPOCH: dateOfFiles, TZ: 'UTC' },
  });
  const output = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`;
  process.stdout.write(output);
  return { isGood: status === 0, output };
}
