import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { eventually } from '../host/eventually';
import type { Workbench } from '../host/openWorkbench';
import { seriousViolations, webviewFrame } from './webviewFrame';
import { onDisk, openSample, patience, untilListed, untilOnDisk } from './window';

/** Each differs from the one before; a new window is light. */
const themes = ['Default Dark Modern', 'Default High Contrast', 'Default Light Modern'];

describe('Transcripts', function () {
  this.timeout(4 * patience);
  let window: Workbench;

  before(async () => {
    window = await openSample();
    await untilListed(window, 'Open Goals', 'C-007, 6 open');
  });
  after(() => window.close());

  describe('a transcript', () => {
    const name = '2026-09-22-session-2-transcript.session.md';
    let page: Frame;
    /** What the browser said that it would not do because a page's policy forbids it. */
    const refusals: string[] = [];

    before(async () => {
      window.page.on('console', said => {
        if (/Content Security Policy/i.test(said.text())) refusals.push(said.text());
      });
      await window.ui.openFile(name);
    });

    it('is coloured in the editor, and folds its codes', async () => {
      // A line further down is in the page only once it is in sight.
      const code = window.page.locator('.view-line', { hasText: 'Good' }).getByText('#sympathy');
      await code.waitFor();
      await eventually('the colours', async () => (await underlines(window)) > 10, patience);
      await window.ui.runCommand('Session Notes: Fold Codes');
      await code.waitFor({ state: 'hidden' });
      await window.ui.runCommand('Session Notes: Unfold Codes');
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

  describe('two raters', () => {
    const folder = 'K-014/2026-01-21-session-2-transcript';
    const press = (key: string): Promise<void> => window.page.keyboard.press(key);
    const untilAsked = (text: string): Promise<void> =>
      window.page.locator('.quick-input-widget', { hasText: text }).first().waitFor();
    const untilOpen = (name: string): Promise<void> =>
      window.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();

    it('have a blank copy made by keys alone, under an id that is written after asking', async () => {
      await window.ui.openFile('2026-01-21-session-2-transcript.session.md');
      await window.ui.startCommand('Session Notes: Copy for Rater');
      await untilAsked('The rater who will code the copy');
      await window.page.keyboard.type('JT');
      await press('Enter');
      await untilAsked('Without codes, memos and stages');
      await press('Enter');
      const dialog = window.page.locator('.monaco-dialog-box', { hasText: 'has no transcript: id' });
      await dialog.locator('.monaco-button', { hasText: 'Write Id' }).click();
      await untilOpen('2026-01-21-session-2-transcript.JT.session.md');
      await untilOnDisk(window, `${folder}.session.md`, 'transcript: K-014-2026-01-21-session-2-transcript');
      const copy = await onDisk(window, `${folder}.JT.session.md`);
      assert.match(copy, /\ncoder: JT\n/);
      assert.match(copy, /\ntranscript: K-014-2026-01-21-session-2-transcript\n/);
      assert.doesNotMatch(copy, /#\w|\{==|tanpa diminta/);
      assert.match(copy, /Rasanya mau hilang\./);
    });

    it('are compared in a page with links', async () => {
      await window.ui.startCommand('Session Notes: Compare Raters');
      await untilAsked('All transcripts');
      await press('Enter');
      const heading = window.page.locator('.view-line', { hasText: /Agreement:\sJT,\sRA/ });
      await heading.first().waitFor();
      // The differences stand at the end.
      await press('Control+End');
      await window.page.locator('.detected-link').first().waitFor();
    });

    it('settle a difference by keys', async () => {
      await window.ui.openFile('2026-01-21-session-2-transcript.JT.session.md');
      await window.ui.startCommand('Session Notes: Make Consensus');
      await untilAsked('no code');
      await press('ArrowDown');
      await press('Enter');
      await untilAsked('(2/');
      await press('Escape');
      await untilAsked('Write what is settled (1)');
      await press('ArrowDown');
      await press('Enter');
      await untilOpen('2026-01-21-session-2-transcript.consensus.session.md');
      const consensus = await onDisk(window, `${folder}.consensus.session.md`);
      assert.match(consensus, /ditertawakan lagi".*#verbal-communication\n/);
      assert.equal(consensus.match(/ #[a-z]/g)?.length, 1);
    });
  });
});

/** How many codes and passages are underlined in a colour of their own. */
function underlines({ page }: Workbench): Promise<number> {
  const marks = "[...document.querySelectorAll('.view-overlays .cdr')]";
  return page.evaluate(`${marks}.filter(mark => getComputedStyle(mark).borderBottomWidth === '2px').length`);
}

function surface(page: Frame): Promise<unknown> {
  return page.evaluate('getComputedStyle(document.body).backgroundColor');
}
