import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { eventually } from '../host/eventually';
import type { Workbench } from '../host/openWorkbench';
import { seriousViolations, webviewFrame } from './webviewFrame';
import { openSample, patience, untilListed } from './window';

const name = '2026-09-22-session-2-transcript.session.md';
/** Each differs from the one before; a new window is light. */
const themes = ['Default Dark Modern', 'Default High Contrast'];

describe('A transcript', function () {
  this.timeout(4 * patience);
  let window: Workbench;
  let page: Frame;
  /** What the browser said that it would not do because a page's policy forbids it. */
  const refusals: string[] = [];

  before(async () => {
    window = await openSample();
    window.page.on('console', said => {
      if (/Content Security Policy/i.test(said.text())) refusals.push(said.text());
    });
    await untilListed(window, 'Open Goals', 'C-007, 6 open');
    await window.ui.openFile(name);
  });
  after(() => window.close());

  it('is coloured in the editor, and folds its codes', async () => {
    const code = window.page.locator('.view-line', { hasText: 'Lonely.' }).getByText('#empathy').first();
    await code.waitFor();
    await window.ui.runCommand('Session Notes: Toggle Codes');
    await window.page.locator('.view-line', { hasText: 'Lonely.' }).first().waitFor();
    await code.waitFor({ state: 'hidden' });
    await window.ui.runCommand('Session Notes: Toggle Codes');
    await code.waitFor();
  });

  it('has a picture, and tables that say the same', async () => {
    await window.ui.runCommand('Session Notes: Show Transcript Picture');
    page = await webviewFrame(window, name);
    assert.equal(await page.locator('.scroller > svg').count(), 4);
    const row = page.locator('tr', { hasText: 'Openness (#openness)' });
    assert.deepEqual(await row.locator('td').allTextContents(), ['1', '3', '1', '5']);
    await page.locator('header p', { hasText: 'Turns: 24 · coded: 20' }).waitFor();
  });

  for (const theme of themes) {
    it(`has a picture that keeps nobody out in the theme ${theme}`, async () => {
      const before = await surface(page);
      const folder = join(window.workspace, '.vscode');
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
      await eventually('another theme', async () => (await surface(page)) !== before, patience);
      assert.deepEqual(await seriousViolations(page), []);
      await page.getByRole('button', { name: 'Show as Table' }).click();
      assert.deepEqual(await seriousViolations(page), []);
      await page.getByRole('button', { name: 'Show as Table' }).click();
    });
  }

  it('says by keys what is where, and opens it', async () => {
    await page.locator('.scroller > svg').nth(2).focus();
    await window.page.keyboard.press('Control+Home');
    await window.page.keyboard.press('End');
    const spoken = page.locator('[aria-live]');
    await spoken.getByText('Turn 24').waitFor({ state: 'attached' });
    await page.locator('.scroller > svg').first().focus();
    await window.page.keyboard.press('End');
    await window.page.keyboard.press('Enter');
    await window.page.locator('.statusbar').getByText('Ln 70, Col 1').waitFor();
  });

  it('has asked for nothing that its policy forbids', () => {
    assert.deepEqual(refusals, []);
  });
});

async function surface(page: Frame): Promise<unknown> {
  return page.evaluate('getComputedStyle(document.body).backgroundColor');
}
