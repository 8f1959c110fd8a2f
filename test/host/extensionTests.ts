import type { Browser, Page } from 'playwright-core';
import { HostFailure } from '../../scripts/host/failure';
import { type Progress, stderrProgress } from '../../scripts/host/progress';
import { type Server, serverFolders, startServer, workspaceUrl } from '../../scripts/host/server';
import { ensureServerBuild, type ServerVersion } from '../../scripts/host/serverBuild';
import { writeUserSettings } from '../../scripts/host/userSettings';
import { ConsoleLog } from './consoleLog';
import { Deadline } from './deadline';
import { launchBrowser } from './launchBrowser';
import { openPage } from './openPage';
import { readResult, readSuiteLines, type SuiteResult } from './suiteLines';
import {
  layOutRun,
  type SuiteFolders,
  type SuiteRunOptions,
  type SuiteRunResult,
  usualLimits,
} from './suiteRun';

export interface ExtensionTestsOptions extends SuiteRunOptions {
  readonly version: ServerVersion;
  /** Node beside the server, or a web worker in the browser. */
  readonly host: 'node' | 'web';
}

/**
 * Runs a suite in an extension host of VS Code's server build, opened in a browser without a window. Everything
 * runs in private folders that are removed afterwards, and every process is ended.
 *
 * @throws HostFailure if VS Code or a browser cannot be had, the deadline passes, something crashes, or the suite
 *   ends without a result
 */
export async function runExtensionTests(
  options: ExtensionTestsOptions,
  progress: Progress = stderrProgress(),
): Promise<SuiteRunResult> {
  const build = await ensureServerBuild(options.version, progress);
  const browser = await launchBrowser(progress);
  const started = Date.now();
  let folders: SuiteFolders | undefined;
  let server: Server | undefined;
  try {
    folders = await layOutRun(options, options.host === 'web' ? 'web' : 'all');
    await writeUserSettings(serverFolders(folders.data).userData, options.settings);
    server = await startServer({
      build,
      dataFolder: folders.data,
      workspaceTrust: options.workspaceTrust ?? false,
    });
    const result = await runInPage(browser, server, folders, options);
    return { ...result, durationMs: Date.now() - started };
  } finally {
    await browser.close();
    await server?.stop();
    await folders?.remove();
  }
}

async function runInPage(
  browser: Browser,
  server: Server,
  folders: SuiteFolders,
  options: ExtensionTestsOptions,
): Promise<SuiteResult> {
  const page = await openPage(await browser.newContext({ viewport: { width: 1280, height: 800 } }));
  const log = new ConsoleLog();
  const deadline = new Deadline(options.limits ?? usualLimits);
  const ended = watchSuite(page, log, line => {
    deadline.heard();
    options.onLine(line);
  });
  // A rejection that comes while the page still loads is seen when the race below looks at it.
  ended.catch(() => undefined);
  const run = page.goto(testUrl(server.port, folders)).then(() => Promise.race([ended, server.died]));
  return deadline.limit(run, reason => suiteFailure(reason, log));
}

/** Resolves with the result of the suite in a page when the extension host has ended. */
async function watchSuite(page: Page, log: ConsoleLog, onLine: (line: string) => void): Promise<SuiteResult> {
  let result: SuiteResult | undefined;
  return new Promise((resolve, reject) => {
    const onMessage = (_type: unknown, args: unknown) => {
      const text = messageText(args);
      if (readSuiteLines(text).length === 0) {
        log.add(text);
      }
      if (process.env['SESSION_NOTES_TEST_VERBOSE']) {
        process.stderr.write(`${text}\n`);
      }
      for (const line of readSuiteLines(text)) {
        const end = readResult(line);
        if (end === undefined) {
          onLine(line);
        } else {
          result = end;
        }
      }
    };
    const onExit = (code: unknown) => {
      if (result === undefined) {
        reject(suiteFailure(`The extension host ended (code ${code}) before the suite did.`, log));
      } else {
        resolve(result);
      }
    };
    page.once('crash', () => reject(suiteFailure('The page of VS Code crashed.', log)));
    page.once('close', () => reject(suiteFailure('The page of VS Code was closed.', log)));
    // Both before the page is opened: VS Code looks for them as it starts.
    page.exposeFunction('codeAutomationLog', onMessage).catch(reject);
    page.exposeFunction('codeAutomationExit', onExit).catch(reject);
  });
}

function suiteFailure(what: string, log: ConsoleLog): HostFailure {
  return new HostFailure(
    `${what} The latest messages of VS Code:\n${log.quote()}`,
    'Set SESSION_NOTES_TEST_VERBOSE=1 to see all that VS Code writes to its console.',
  );
}

function messageText(args: unknown): string {
  return (Array.isArray(args) ? args : [args])
    .map(each => (typeof each === 'string' ? each : JSON.stringify(each)))
    .join(' ');
}

function testUrl(port: number, folders: SuiteFolders): string {
  const authority = `localhost:${port}`;
  const remote = (path: string) => `vscode-remote://${authority}${encodeURI(path)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(folders.extension)],
    ['extensionTestsPath', remote(folders.suite)],
    ['enableProposedApi', ''],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const url = new URL(workspaceUrl(port, folders.workspace));
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
