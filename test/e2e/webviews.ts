import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { eventually } from '../host/eventually';
import { patience, until } from '../window/insist';
import type { Workbench } from '../window/windowHost';
import { writeSettings } from './window';

/** Each differs from the one before; a new window is light. */
export const themes = ['Default Dark Modern', 'Default High Contrast', 'Default Light Modern'];

/** What axe-core says of a page, in the little that is looked at. */
interface AxeViolation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Waits until a webview is headed `heading`, and gives the frame of its page. */
export function webviewFrame(workbench: Workbench, heading: string): Promise<Frame> {
  return eventually(
    `a page headed ${heading}`,
    async () => {
      for (const frame of workbench.page.frames()) {
        const heads = await frame
          .locator('h1')
          .allTextContents()
          .catch(() => []);
        if (heads[0] === heading) return frame;
      }
      return undefined;
    },
    patience,
  );
}

/** What the browser says, from now on, that it does not do because a page's policy forbids it. */
export function refusals({ page }: Workbench): readonly string[] {
  const refused: string[] = [];
  page.on('console', said => {
    if (/Content Security Policy/i.test(said.text())) refused.push(said.text());
  });
  return refused;
}

/** Chooses a theme, and asserts that a page, with pictures and with tables, has no serious violation in it. */
export async function withoutViolations(window: Workbench, page: Frame, theme: string): Promise<void> {
  await textWithoutViolations(window, page, theme);
  const toTables = page.getByRole('button', { name: 'Show as Table' });
  await toTables.click();
  assert.deepEqual(await seriousViolations(page), []);
  await toTables.click();
}

/** The same of a page that has no pictures. */
export async function textWithoutViolations(window: Workbench, page: Frame, theme: string): Promise<void> {
  const before = await surface(page);
  await writeSettings(window, { 'workbench.colorTheme': theme });
  await until(`the theme ${theme}`, async () => (await surface(page)) !== before);
  assert.deepEqual(await seriousViolations(page), []);
}

/** Loads the window anew as soon as the browser has kept what an open page shows. */
export async function reloaded({ page }: Workbench): Promise<void> {
  await until('a page among what the browser keeps', async () => {
    const kept: string = await page.evaluate(keptEditors);
    return /\bstate\\*":\\*"\{/.test(kept);
  });
  await page.reload({ waitUntil: 'commit' });
}

/** Reads, in the page, which editors VS Code has kept for the next time; it does so every few seconds. */
const keptEditors = `(async () => {
  const request = work => new Promise((resolve, reject) => {
    work.onsuccess = () => resolve(work.result);
    work.onerror = () => reject(work.error);
  });
  const kept = [];
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db')) continue;
    const database = await request(indexedDB.open(name));
    if (database.objectStoreNames.contains('ItemTable')) {
      const items = database.transaction('ItemTable').objectStore('ItemTable');
      kept.push(await request(items.get('memento/workbench.parts.editor')));
    }
    database.close();
  }
  return kept.join('\\n');
})()`;

/** The serious violations that axe-core finds in a page, as lines to read. */
async function seriousViolations(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const run: { readonly violations: readonly AxeViolation[] } = await frame.evaluate('axe.run()');
  return run.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

function surface(page: Frame): Promise<unknown> {
  return page.evaluate('getComputedStyle(document.body).backgroundColor');
}
