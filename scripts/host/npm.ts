import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { startGroup } from './childProcesses';
import { HostFailure } from './failure';

/** Lines of npm's output that a failure quotes. */
const quotedLines = 8;

/**
 * Installs packages of the npm registry in a folder of their own, without running any of their scripts.
 *
 * @param specs for example `code-server@4.99.4`; with none, what the folder's own package.json asks for
 * @throws HostFailure if npm cannot be run, the registry cannot be reached or refuses
 */
export async function installPackages(folder: string, specs: readonly string[]): Promise<void> {
  if (specs.length > 0) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  }
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-progress'];
  const soonGivenUp = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const asIs = ['--ignore-scripts', '--omit=dev', '--engine-strict=false'];
  const { code, output } = await runNpm(['install', ...quiet, ...soonGivenUp, ...asIs, ...specs], folder);
  if (code !== 0) {
    throw npmFailure(specs, output);
  }
}

/**
 * Runs one of the checkout's own npm scripts; its output goes to standard error.
 *
 * @throws HostFailure if the script fails
 */
export async function runScript(name: string, folder: string): Promise<void> {
  const { code } = await runNpm(['run', '--silent', name], folder, 'inherit');
  if (code !== 0) {
    throw new HostFailure(
      `"npm run ${name}" failed with exit code ${code}.`,
      'Mend what it reports above; if packages are missing, run "npm ci" first.',
    );
  }
}

interface NpmRun {
  readonly code: number;
  readonly output: string;
}

function runNpm(
  args: readonly string[],
  cwd: string,
  output: 'collect' | 'inherit' = 'collect',
): Promise<NpmRun> {
  const { command, before, shell } = npmCommand(process.env);
  const stdio = output === 'inherit' ? (['ignore', 2, 2] as const) : (['ignore', 'pipe', 'pipe'] as const);
  return new Promise((resolve, reject) => {
    const group = startGroup(command, [...before, ...args], {
      cwd,
      shell,
      stdio: [...stdio],
      env: outsideOfScripts(process.env),
    });
    const child = group.process;
    const chunks: string[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
    child.on('error', error =>
      reject(
        new HostFailure(`npm could not be run: ${error.message}.`, 'Install Node with npm, and try again.'),
      ),
    );
    child.on('close', code => {
      group.stop().then(() => resolve({ code: code ?? 1, output: chunks.join('') }), reject);
    });
  });
}

interface NpmCommand {
  readonly command: string;
  readonly before: readonly string[];
  readonly shell: boolean;
}

/** The npm that runs this script, if one does; else the one on the PATH. */
function npmCommand(env: NodeJS.ProcessEnv): NpmCommand {
  const running = env['npm_execpath'];
  if (running && basename(running).startsWith('npm') && /\.c?js$/.test(running)) {
    return { command: process.execPath, before: [running], shell: false };
  }
  const windows = process.platform === 'win32';
  return { command: windows ? 'npm.cmd' : 'npm', before: [], shell: windows };
}

/** An environment without what a surrounding "npm run" says about its own package. */
function outsideOfScripts(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = /^npm_(?:package_|lifecycle_|config_local_prefix$|command$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}

function npmFailure(specs: readonly string[], output: string): HostFailure {
  const lines = output
    .split('\n')
    .filter(line => line.trim() !== '' && !line.includes('complete log of this run'));
  const what = specs.length > 0 ? specs.join(' and ') : 'the dependencies of a package';
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH/.test(
    output,
  );
  if (offline) {
    return new HostFailure(
      `No network: the npm registry could not be reached to fetch ${what}.`,
      'Connect to the internet (or check the proxy and registry that "npm config list" shows) and run this again.',
    );
  }
  return new HostFailure(
    `npm could not fetch ${what}:\n${lines.slice(-quotedLines).join('\n')}`,
    'Mend what npm reports (disk space, registry, permissions) and run this again.',
  );
}
