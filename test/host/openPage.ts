import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { repositoryRoot } from '../../scripts/host/paths';

/** A page for VS Code in a browser without a window. */
export async function openPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript({ path: join(repositoryRoot, 'test', 'host', 'plainSockets.js') });
  return page;
}
