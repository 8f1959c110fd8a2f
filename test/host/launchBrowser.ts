import { type Browser as Chromium, chromium } from 'playwright-core';
import { ensureBrowser } from '../../scripts/host/browser';
import type { Progress } from '../../scripts/host/progress';

/**
 * Starts a browser without a window; see {@link ensureBrowser} for which.
 *
 * @throws HostFailure if there is no browser
 */
export async function launchBrowser(progress: Progress): Promise<Chromium> {
  const { executable, args, env } = await ensureBrowser(progress);
  return chromium.launch({
    executablePath: executable,
    args: [...args],
    env: { ...process.env, ...env },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
