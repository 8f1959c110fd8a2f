import type { Locator, Page } from 'playwright-core';
import { patience } from './insist';

/** How far down a list the wanted row may stand. */
const mostRows = 60;

/** All at once: a row that is asked for by its place may be gone by then. */
export function rowLabels(rows: Locator): Promise<readonly string[]> {
  return rows.evaluateAll(found => found.map(row => row.getAttribute('aria-label') ?? row.textContent ?? ''));
}

/** Leads the focus of the list that has the keys down to a row, for which it waits `ms` milliseconds. */
export async function focusRow(page: Page, row: Locator, ms = patience): Promise<void> {
  await row.waitFor({ timeout: ms });
  for (let passed = 0; passed < mostRows; passed++) {
    if ((await row.getAttribute('class', { timeout: ms }))?.includes('focused') === true) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`No key leads to the row ${await row.textContent({ timeout: ms })}`);
}
