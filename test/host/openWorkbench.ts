import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Progress, stderrProgress } from '../../scripts/host/progress';
import {
  installVsix,
  type Server,
  serverFolders,
  startServer,
  workspaceUrl,
} from '../../scripts/host/server';
import { ensureServerBuild, newestVersion, type ServerVersion } from '../../scripts/host/serverBuild';
import { placeExtension } from '../../scripts/host/stageExtension';
import { makeTemporaryFolder, type TemporaryFolder } from '../../scripts/host/temporaryFolder';
import { type Settings, writeUserSettings } from '../../scripts/host/userSettings';
import { launchBrowser } from './launchBrowser';
import { openPage } from './openPage';
import { copyWorkspace } from './suiteRun';
import { WorkbenchPage } from './workbenchPage';

export interface WorkbenchOptions {
  /** What is installed: a package, or the folder of a built extension. */
  readonly extension: { readonly vsix: string } | { readonly folder: string };
  /** Folder or `.code-workspace` file to open; the window works on a copy. */
  readonly workspace: string;
  /** The newest if missing. */
  readonly version?: ServerVersion;
  /** User settings on top of the calm ones, `sessionNotes.language` for example. */
  readonly settings?: Settings;
  /** A colour theme by its setting's value, such as `Default Dark Modern`, a name that both versions know. */
  readonly colorTheme?: string;
  /** The browser's locale, such as `id-ID`. VS Code itself stays in English: it has no Indonesian language pack. */
  readonly locale?: string;
  /** Size of the window in CSS pixels; 1280 × 800 if missing. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels for a CSS pixel, for sharper pictures; 1 if missing. */
  readonly scale?: number;
  /** Asks for trust in the folder, as VS Code does for users; else every folder is trusted. */
  readonly workspaceTrust?: boolean;
}

/** A window of VS Code with the extension installed. */
export interface Workbench {
  readonly page: Page;
  /** What a user does and reads in it. */
  readonly ui: WorkbenchPage;
  /** The copy that the window has open. */
  readonly workspace: string;
  /** Ends every process and removes every folder of this window. */
  close(): Promise<void>;
}

const windowOfUsers = { width: 1280, height: 800 } as const;

/**
 * Opens a workspace in VS Code's server build and a browser without a window, with the extension installed as users
 * have it.
 *
 * @throws HostFailure if VS Code or a browser cannot be had, or the package cannot be installed
 */
export async function openWorkbench(
  options: WorkbenchOptions,
  progress: Progress = stderrProgress(),
): Promise<Workbench> {
  const opened: Opened = {};
  try {
    opened.folder = await makeTemporaryFolder('window');
    const workspace = await copyWorkspace(options.workspace, join(opened.folder.path, 'workspace'));
    opened.server = await serve(options, join(opened.folder.path, 'data'), progress);
    opened.browser = await launchBrowser(progress);
    const page = await openPage(opened.browser, {
      viewport: options.size ?? windowOfUsers,
      deviceScaleFactor: options.scale ?? 1,
      ...(options.locale === undefined ? {} : { locale: options.locale }),
    });
    await page.goto(workspaceUrl(opened.server.port, workspace));
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    return { page, ui: new WorkbenchPage(page), workspace, close: () => closeAll(opened) };
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

interface Opened {
  folder?: TemporaryFolder;
  server?: Server;
  browser?: Browser;
}

async function closeAll({ browser, server, folder }: Opened): Promise<void> {
  await browser?.close();
  await server?.stop();
  await folder?.remove();
}

async function serve(options: WorkbenchOptions, dataFolder: string, progress: Progress): Promise<Server> {
  const build = await ensureServerBuild(options.version ?? newestVersion, progress);
  const { userData, extensions } = serverFolders(dataFolder);
  const theme = options.colorTheme === undefined ? {} : { 'workbench.colorTheme': options.colorTheme };
  await writeUserSettings(userData, { ...theme, ...options.settings });
  if ('vsix' in options.extension) {
    await installVsix(build, dataFolder, options.extension.vsix);
  } else {
    await placeExtension(options.extension.folder, extensions);
  }
  return startServer({ build, dataFolder, workspaceTrust: options.workspaceTrust ?? false });
}
