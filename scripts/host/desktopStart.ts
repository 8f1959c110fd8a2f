import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { cleanEnvironment } from './cleanEnvironment';
import { ensureDesktopBuild, hasDisplay, isDesktopReachable } from './desktopBuild';
import { compareVersions, lowestVsCode } from './nodeVersion';
import { cacheFolder, repositoryRoot } from './paths';
import type { Progress } from './progress';
import { runBinary } from './runBinary';
import { writeUserSettings } from './userSettings';

/**
 * Opens a folder in a desktop VS Code with the extension loaded from this checkout: the installed `code`, else one
 * that is downloaded where that is possible. Says which way it goes, and why not another.
 *
 * @returns whether a window was opened
 */
export async function openOnDesktop(folder: string, progress: Progress): Promise<boolean> {
  if (!hasDisplay()) {
    progress.say('No display here, so no desktop VS Code: using the server build in a browser.');
    return false;
  }
  return (await openInstalled(folder, progress)) || (await openDownloaded(folder, progress));
}

async function openInstalled(folder: string, progress: Progress): Promise<boolean> {
  const { ok, output } = await runCode(['--version']);
  const version = output.split('\n')[0]?.trim() ?? '';
  if (!ok || !/^\d/.test(version)) {
    progress.say('No usable "code" on the PATH.');
    return false;
  }
  if (compareVersions(version, lowestVsCode()) < 0) {
    progress.say(`The installed VS Code ${version} is older than ${lowestVsCode()}.`);
    return false;
  }
  const opened = await runCode([`--extensionDevelopmentPath=${repositoryRoot}`, '--new-window', folder]);
  progress.say(
    opened.ok ? `Opened in the installed VS Code ${version}.` : `"code" failed: ${opened.output.trim()}`,
  );
  return opened.ok;
}

/** Runs the installed `code`; a shell finds its .cmd file on Windows. */
function runCode(args: readonly string[]) {
  const env = cleanEnvironment(process.env);
  return process.platform === 'win32'
    ? runBinary('cmd.exe', ['/d', '/s', '/c', 'code', ...args], env)
    : runBinary('code', args, env);
}

async function openDownloaded(folder: string, progress: Progress): Promise<boolean> {
  if (!(await isDesktopReachable())) {
    progress.say('The download of a desktop VS Code cannot be reached: using the server build in a browser.');
    return false;
  }
  try {
    const program = await ensureDesktopBuild('stable', progress);
    const data = join(cacheFolder(), 'desktop-data');
    await writeUserSettings(join(data, 'user-data'));
    const args = [
      folder,
      `--extensionDevelopmentPath=${repositoryRoot}`,
      `--user-data-dir=${join(data, 'user-data')}`,
      `--extensions-dir=${join(data, 'extensions')}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ];
    spawn(program, args, { detached: true, stdio: 'ignore', env: cleanEnvironment(process.env) }).unref();
    progress.say('Opened in a desktop VS Code of its own.');
    return true;
  } catch (error) {
    progress.say(
      `The desktop VS Code could not be had: ${error instanceof Error ? error.message : String(error)}`,
    );
    return false;
  }
}
