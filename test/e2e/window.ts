import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isServerVersion, newestVersion } from '../../scripts/host/serverBuild';
import type { Settings } from '../../scripts/host/userSettings';
import { WaitedInVain } from '../host/eventually';
import { until } from '../window/insist';
import { type HostOptions, WindowHost, type WindowOptions, type Workbench } from '../window/windowHost';

/** How long a test may take before it is given up, in milliseconds. */
const testMs = 1_800_000;

/** Where what tells of failures is kept. */
const failures = join('out', 'e2e');

/** A function that mocha can run as a test, in a window of its own. */
type TestInWindow = (this: Mocha.Context) => Promise<void>;

/**
 * Windows with the packaged extension for the tests of a suite, which calls this once: each test gets a new window on a
 * copy of `examples/` of its own (`options` may say otherwise), and what a failure leaves is kept in a folder that its
 * message names. The version of VS Code is that of SESSION_NOTES_E2E_VSCODE, else the newest.
 */
export function windows(
  hostOptions: Omit<HostOptions, 'vsix' | 'version'> = {},
): (run: (window: Workbench) => Promise<void>, options?: Partial<WindowOptions>) => TestInWindow {
  let host: Promise<WindowHost> | undefined;
  after(async function () {
    this.timeout(testMs);
    const started = await host?.catch(() => undefined);
    await started?.close();
  });
  return (run, options = {}) =>
    async function () {
      // Longer than the test, so that a failure is told by what the test waited for.
      this.timeout(2 * testMs);
      host ??= WindowHost.start({ ...hostOptions, vsix: packagedExtension(), version: wantedVersion() });
      const window = await (await host).open(ofSample(options));
      try {
        await givenUpAfter(testMs, showSessions(window).then(run));
      } catch (error) {
        throw await withFolder(error, window, this.test?.fullTitle() ?? '');
      } finally {
        await window.close();
      }
    };
}

/** Opens the sample workspace with the *Sessions* views in sight. */
export async function openSample(host: WindowHost, options: Partial<WindowOptions> = {}): Promise<Workbench> {
  return showSessions(await host.open(ofSample(options)));
}

/**
 * VS Code in a browser saves by itself; here only what the test saves is saved. The window is tall: a row out of sight
 * is not in the page.
 */
function ofSample(options: Partial<WindowOptions>): WindowOptions {
  return {
    opens: { copyOf: 'examples' },
    size: { width: 1400, height: 1300 },
    ...options,
    settings: { 'files.autoSave': 'off', ...options.settings },
  };
}

async function showSessions(window: Workbench): Promise<Workbench> {
  await window.ui.views.openContainer('Sessions');
  return window;
}

/** The path of the VSIX that `npm run package` made. Throws when it is not there. */
export function packagedExtension(): string {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const vsix = `${name}-${version}.vsix`;
  if (!existsSync(vsix)) throw new Error(`${vsix} is not there. Run npm run package first.`);
  return vsix;
}

/** Opens a note of the window's folder and waits until its problems are shown. */
export async function openNote({ ui, log, workspace }: Workbench, path: string): Promise<void> {
  await ui.openFile(join(workspace, path));
  await log.untilWritten(`validated ${path} version 1`);
}

/** The text of a file of the window's folder as it is on disk. */
export function onDisk(window: Workbench, path: string): Promise<string> {
  return readFile(join(window.workspace, path), 'utf8');
}

/** Waits until a file of the window's folder is as `isSo` says. */
export async function untilOnDisk(
  window: Workbench,
  path: string,
  isSo: string | ((text: string) => boolean),
): Promise<void> {
  const holds = typeof isSo === 'string' ? (text: string) => text.includes(isSo) : isSo;
  await until(`${isSo} in ${path}`, async () => holds(await onDisk(window, path).catch(() => '')));
}

/** Writes the settings of the window's folder. */
export async function writeSettings({ workspace }: Workbench, settings: Settings): Promise<void> {
  const folder = join(workspace, '.vscode');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
}

function wantedVersion() {
  const wanted = process.env['SESSION_NOTES_E2E_VSCODE'] || newestVersion;
  if (!isServerVersion(wanted)) throw new Error(`${wanted} is no version of VS Code that is tested.`);
  return wanted;
}

async function givenUpAfter(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new WaitedInVain(`The test did not end within ${ms / 1000} s`)), ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Keeps what tells how the window is, and the error with the name of the folder where that is. */
async function withFolder(error: unknown, window: Workbench, title: string): Promise<unknown> {
  const folder = join(failures, title.replace(/[^\p{L}\d]+/gu, '-').slice(0, 100));
  await window.keep(folder);
  if (error instanceof Error) error.message += `\nWhat the window looked like, and its logs: ${folder}`;
  return error;
}
