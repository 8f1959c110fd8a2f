import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { repositoryRoot } from '../../scripts/host/paths';

/** A page for VS Code in a browser without a window. */
export async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage(options);
  await page.addInitScript({ path: join(repositoryRoot, 'test', 'host', 'plainSockets.js') });
  return page;
}
