import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { repositoryRoot } from '../../scripts/host/paths';
import { type Progress, stderrProgress } from '../../scripts/host/progress';
import {
  installVsix,
  type Server,
  serverFolders,
  startServer,
  workspaceUrl,
} from '../../scripts/host/server';
import { ensureServerBuild, newestVersion, type ServerVersion } from '../../scripts/host/serverBuild';
import { makeTemporaryFolder, type TemporaryFolder } from '../../scripts/host/temporaryFolder';
import { type Settings, writeUserSettings } from '../../scripts/host/userSettings';
import { launchBrowser } from '../host/launchBrowser';
import { openPage } from '../host/openPage';
import { copyWorkspace } from '../host/suiteRun';
import { patience } from './insist';
import { WindowLog } from './windowLog';
import { WorkbenchPage } from './workbenchPage';

export interface HostOptions {
  /** The package that is installed. */
  readonly vsix: string;
  /** The newest if missing. */
  readonly version?: ServerVersion;
  /** Asks for trust in a folder, as VS Code does for users; else every folder is trusted. */
  readonly workspaceTrust?: boolean;
}

export interface WindowOptions {
  /** The folder, of which the window has a copy of its own. */
  readonly opens: { readonly copyOf: string } | 'an empty folder' | 'no folder';
  /** Writes into the folder before the window is opened. */
  readonly prepare?: (folder: string) => Promise<void>;
  /** User settings on top of the calm ones, `sessionNotes.language` for example. */
  readonly settings?: Settings;
  /** Size of the window in CSS pixels; 1280 × 800 if missing. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels for a CSS pixel, for sharper pictures; 1 if missing. */
  readonly scale?: number;
}

/** A window of VS Code with the extension installed. */
export interface Workbench {
  readonly page: Page;
  /** What a user does and reads in it. */
  readonly ui: WorkbenchPage;
  readonly log: WindowLog;
  /** The folder of this window's own; where no folder is open, one that is empty. */
  readonly workspace: string;
  /** Writes into `folder` what tells how things are: a picture, what a screen reader would say, and all logs. */
  keep(folder: string): Promise<void>;
  close(): Promise<void>;
}

const windowOfUsers = { width: 1280, height: 800 } as const;

/** Lines of the browser's console that are kept. */
const keptLines = 2_000;

/** Gives VS Code log files, which it writes by a module that it comes without here. */
const logFiles = join(repositoryRoot, 'test', 'window', 'logFiles.cjs');

/**
 * A server of VS Code with the extension installed as users have it, and a browser without a window in which it is
 * opened: as often as wanted, each time as if for the first time.
 */
export class WindowHost {
  readonly #folder: TemporaryFolder;
  readonly #server: Server;
  readonly #browser: Browser;
  #opened = 0;

  private constructor(folder: TemporaryFolder, server: Server, browser: Browser) {
    this.#folder = folder;
    this.#server = server;
    this.#browser = browser;
  }

  /** @throws HostFailure if VS Code or a browser cannot be had, or the package cannot be installed */
  static async start(options: HostOptions, progress: Progress = stderrProgress()): Promise<WindowHost> {
    const build = await ensureServerBuild(options.version ?? newestVersion, progress);
    const folder = await makeTemporaryFolder('window');
    let server: Server | undefined;
    try {
      const dataFolder = join(folder.path, 'data');
      await mkdir(serverFolders(dataFolder).extensions, { recursive: true });
      await installVsix(build, dataFolder, options.vsix);
      const workspaceTrust = options.workspaceTrust ?? false;
      server = await startServer({ build, dataFolder, workspaceTrust, preload: logFiles });
      return new WindowHost(folder, server, await launchBrowser(progress));
    } catch (error) {
      await server?.stop();
      await folder.remove();
      throw error;
    }
  }

  /** Opens a window in which nothing is left of those before. One at a time: all have the same user settings. */
  async open(options: WindowOptions): Promise<Workbench> {
    const dataFolder = join(this.#folder.path, 'data');
    const workspace = await this.#layOut(options);
    const { userData } = serverFolders(dataFolder);
    await writeUserSettings(userData, options.settings);
    const log = await WindowLog.ofNextWindow(join(userData, 'logs'));
    const context = await this.#browser.newContext({
      viewport: options.size ?? windowOfUsers,
      deviceScaleFactor: options.scale ?? 1,
    });
    try {
      context.setDefaultTimeout(patience);
      await context.route(({ pathname }) => pathname === '/', asForUsers);
      const page = await openPage(context);
      const lines = consoleOf(page);
      await withoutTrust(page);
      // That it is loaded is seen by what it shows, so that what keeps it from that is seen, too.
      await page.goto(this.#address(options, workspace), { waitUntil: 'commit' });
      return {
        page,
        ui: new WorkbenchPage(page),
        log,
        workspace,
        keep: folder => keep(page, log, lines, folder),
        close: () => context.close(),
      };
    } catch (error) {
      await context.close();
      throw error;
    }
  }

  /** Ends every process and removes every folder. */
  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
    await this.#folder.remove();
  }

  async #layOut({ opens, prepare }: WindowOptions): Promise<string> {
    this.#opened += 1;
    const target = join(this.#folder.path, `workspace-${this.#opened}`);
    await mkdir(target);
    const folder = typeof opens === 'string' ? target : await copyWorkspace(opens.copyOf, target);
    await prepare?.(folder);
    return folder;
  }

  #address({ opens }: WindowOptions, workspace: string): string {
    const url = new URL(workspaceUrl(this.#server.port, workspace));
    if (opens === 'no folder') url.search = '?ew=true';
    return url.href;
  }
}

/**
 * Serves the page of VS Code without the flag of its own tests, which the server is started with: with it, 1.99 shows no
 * dialog. In its place comes that the extension logs all that it does.
 */
async function asForUsers(route: Route): Promise<void> {
  const response = await route.fetch();
  const html = await response.text();
  const body = html.replace(
    '&quot;enableSmokeTestDriver&quot;:true',
    '&quot;extensionLogLevel&quot;:[[&quot;session-notes.session-notes&quot;,1]]',
  );
  if (body === html) throw new Error('The page of VS Code is not as expected.');
  await route.fulfill({ response, body });
}

/**
 * Says no where VS Code asks whether the authors of the folder are trusted. It may ask at any time after the start, and no
 * setting keeps it from that, as settings may be read later still.
 */
async function withoutTrust(page: Page): Promise<void> {
  const no = page.getByRole('button', { name: "No, I don't trust the authors" });
  await page.addLocatorHandler(no, button => button.click());
}

/** What a page writes to its console, the latest lines, growing. */
function consoleOf(page: Page): readonly string[] {
  const lines: string[] = [];
  const add = (line: string): void => {
    lines.push(line);
    if (lines.length > keptLines) lines.shift();
  };
  page.on('console', message => add(`${message.type()}: ${message.text()}`));
  page.on('pageerror', error => add(`error: ${error.stack ?? error.message}`));
  return lines;
}

async function keep(page: Page, log: WindowLog, lines: readonly string[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'console.txt'), lines.join('\n'));
  await log.copyTo(folder);
  // The page may be past answering.
  const timeout = 30_000;
  await page.screenshot({ path: join(folder, 'window.png'), timeout }).catch(() => undefined);
  const spoken = await page.locator('body').ariaSnapshot({ timeout }).catch(String);
  await writeFile(join(folder, 'window.txt'), spoken);
}
