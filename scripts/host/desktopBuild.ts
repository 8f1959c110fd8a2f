import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { HostFailure } from './failure';
import { cacheFolder } from './paths';
import type { Progress } from './progress';

const releases = 'https://update.code.visualstudio.com/api/releases/stable';

/** How long the server of the downloads may take to answer, in milliseconds. */
const answerMs = 4_000;

/** Whether a desktop VS Code can be downloaded here. */
export async function isDesktopReachable(): Promise<boolean> {
  try {
    const response = await fetch(releases, { signal: AbortSignal.timeout(answerMs) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** Whether windows can be shown: always but on a Linux without a display. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env, platform = process.platform): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/**
 * The program of a desktop VS Code: the one that the environment variable SESSION_NOTES_TEST_VSCODE names, else
 * one that `@vscode/test-electron` downloads into `.vscode-test/`.
 *
 * @param version such as `1.99.3`, or `stable`
 * @throws HostFailure if the named program cannot be run, or the download cannot be reached
 */
export async function ensureDesktopBuild(version: string, progress: Progress): Promise<string> {
  const named = process.env['SESSION_NOTES_TEST_VSCODE'];
  if (named) {
    await requireExecutable(named);
    return named;
  }
  if (!(await isDesktopReachable())) {
    throw new HostFailure(
      `No desktop VS Code: ${new URL(releases).host} could not be reached to download ${version}.`,
      'Connect to the internet, or set SESSION_NOTES_TEST_VSCODE to the program of an unpacked VS Code.',
    );
  }
  return progress.during(`Fetching the desktop VS Code ${version}`, () =>
    downloadAndUnzipVSCode({ version, cachePath: cacheFolder(), reporter: new SilentReporter() }),
  );
}

async function requireExecutable(path: string): Promise<void> {
  try {
    await access(path, constants.X_OK);
  } catch {
    throw new HostFailure(
      `SESSION_NOTES_TEST_VSCODE is "${path}", which cannot be run.`,
      'Set it to the program itself, such as "…/VSCode-linux-x64/code", or unset it.',
    );
  }
}
