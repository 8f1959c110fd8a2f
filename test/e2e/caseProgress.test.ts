import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { eventually } from '../host/eventually';
import type { Workbench } from '../host/openWorkbench';
import { seriousViolations, webviewFrame } from './webviewFrame';
import { onDisk, openSample, patience, untilListed } from './window';

/** Each differs from the one before; a new window is light. */
const themes = ['Default Dark Modern', 'Default High Contrast', 'Default Light Modern'];

/** Longer than VS Code waits in a browser, in milliseconds, before it saves what is open. */
const savingInterval = 8_000;

describe('Case Progress', function () {
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
    await window.ui.openFile('2026-10-06-session-3.session.md');
    await window.ui.runCommand('Session Notes: Show Case Progress');
    page = await webviewFrame(window, 'C-007');
  });
  after(() => window.close());

  it('shows sessions, stages and goals of the active note as pictures, and the same as a table', async () => {
    assert.equal(await page.locator('.scroller > svg').count(), 4);
    const table = page.locator('table');
    assert.deepEqual(await table.locator('thead th').allTextContents(), [
      'Stage, goal or action',
      'Session 1 · 2026-09-08',
      'Session 2 · 2026-09-22',
      'Session 3 · 2026-10-06',
      'Session 4 · 2026-10-27',
    ]);
    const stage = table.locator('tr', { hasText: 'Planning how to solve the problem' });
    assert.deepEqual(await stage.locator('td').allTextContents(), [
      'not recorded',
      'recorded',
      'recorded',
      'not recorded',
    ]);
    const goal = table.locator('tr', { hasText: 'Decide about the course without rushing' }).first();
    assert.deepEqual(await goal.locator('td').allTextContents(), [
      'Open',
      'In progress',
      'Carried over',
      'In progress · attainment −1',
    ]);
  });

  for (const theme of themes) {
    it(`keeps nobody out in the theme ${theme}`, async () => {
      const before = await surface(page);
      await writeSettings(window, { 'workbench.colorTheme': theme });
      await eventually('another theme', async () => (await surface(page)) !== before, patience);
      assert.deepEqual(await seriousViolations(page), []);
      await page.getByRole('button', { name: 'Show as Table' }).click();
      assert.deepEqual(await seriousViolations(page), []);
      await page.getByRole('button', { name: 'Show as Table' }).click();
    });
  }

  it('says by keys what is where, and opens it', async () => {
    await page.locator('.scroller > svg').nth(1).focus();
    await window.page.keyboard.press('Control+End');
    await window.page.keyboard.press('ArrowLeft');
    await window.page.keyboard.press('ArrowUp');
    const spoken = page.locator('[aria-live]');
    await spoken.getByText('Call home on Wednesdays instead of daily').waitFor({ state: 'attached' });
    await spoken.getByText('Session 3 · 2026-10-06, Open').waitFor({ state: 'attached' });
    await window.page.keyboard.press('Enter');
    const opened = '.tab.active[data-resource-name="2026-10-06-session-3.session.md"]';
    await window.page.locator(opened).first().waitFor();
    await window.page.locator('.statusbar').getByText('Ln 31, Col 7').waitFor();
  });

  it('tells what the pointer is on', async () => {
    const picture = page.locator('.scroller > svg').nth(1);
    await picture.locator('text', { hasText: /^Join one thing/ }).hover();
    await page.locator('.tooltip', { hasText: 'Goal · Achieved' }).waitFor();
  });

  it('follows the files, and takes words for words', async () => {
    const note = `---\nprotocol: four-stage\nclient: C-007\nsession: 5\ndate: 2026-11-10\n---\n## Termination\n- [x] Say <img src=x> & "no" ^no\n`;
    await writeFile(join(window.workspace, 'C-007/2026-11-10-session-5.session.md'), note);
    await page.locator('thead th', { hasText: 'Session 5 · 2026-11-10' }).waitFor({ state: 'attached' });
    await page.locator('tbody th', { hasText: 'Say <img src=x> & "no"' }).waitFor({ state: 'attached' });
    assert.equal(await page.locator('img').count(), 0);
  });

  it('is saved as CSV and as a picture that needs nothing else', async () => {
    await page.getByRole('button', { name: 'Save Data (CSV)' }).click();
    await acceptFileName(window, 'C-007 progress.csv');
    const csv = await untilThere(window, 'C-007 progress.csv');
    assert.match(csv, /^client,session,date,/);
    assert.match(csv, /\r\nC-007,5,2026-11-10,.*"Say <img src=x> & ""no""".*,TRUE,achieved,,\r\n/);
    await page.getByRole('button', { name: 'Save Picture (SVG)' }).click();
    await acceptFileName(window, 'C-007 progress.svg');
    const svg = await untilThere(window, 'C-007 progress.svg');
    assert.match(svg, /^<\?xml[^>]*>\n<svg [\s\S]*<\/svg>\n$/);
    assert.doesNotMatch(svg, /var\(|<style|href/);
  });

  it('has asked for nothing that its policy forbids', () => {
    assert.deepEqual(refusals, []);
  });

  it('is there again after the window was loaded anew', async () => {
    // In a browser VS Code saves every few seconds what is open.
    await window.page.waitForTimeout(savingInterval);
    await window.page.reload();
    page = await webviewFrame(window, 'C-007', 2 * patience);
    await page.locator('thead th', { hasText: 'Session 5 · 2026-11-10' }).waitFor({ state: 'attached' });
  });
});

describe('Session Brief', function () {
  this.timeout(3 * patience);
  let window: Workbench;

  before(async () => {
    window = await openSample({ settings: { 'sessionNotes.language': 'id' } });
    await untilListed(window, 'Tujuan Terbuka', 'K-021, 7 terbuka');
  });
  after(() => window.close());

  it('is one page on the client that is chosen in Open Goals', async () => {
    const row = await window.ui.waitForTreeItem('Tujuan Terbuka', 'K-021');
    await row.click({ button: 'right' });
    await window.page.locator('.context-view').getByText('Tampilkan Ringkasan Sesi').click();
    await window.page.locator('.tab.active[data-resource-name="Ringkasan sesi K-021.md"]').waitFor();
    await lineShown(window, '# Ringkasan sesi: K-021');
    await lineShown(window, 'Dua sore bebas seminggu untuk main');
  });

  it('follows the notes and cannot be written in', async () => {
    const note = `---\nprotocol: four-stage\nclient: K-021\nsession: 6\ndate: 2026-06-02\n---\n## Perencanaan pemecahan masalah\n- [ ] Bercerita kepada kakak\n`;
    await writeFile(join(window.workspace, 'K-021/2026-06-02-session-6.session.md'), note);
    await lineShown(window, 'Bercerita kepada kakak · Terbuka · sesi ini');
    await window.page.locator('.monaco-editor .view-lines').first().click();
    await window.page.keyboard.type('x');
    await window.page.getByText('Cannot edit in read-only editor').first().waitFor();
  });

  it('is copied by a command', async () => {
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await window.ui.runCommand('Session Notes: Salin Ringkasan Sesi');
    await window.page.locator('.statusbar').getByText('Ringkasan sesi disalin').waitFor();
    const copied = await window.page.evaluate('navigator.clipboard.readText()');
    assert.match(String(copied), /^# Ringkasan sesi: K-021\n\nSesi sejauh ini: 6 /);
  });
});

async function surface(page: Frame): Promise<unknown> {
  return page.evaluate('getComputedStyle(document.body).backgroundColor');
}

async function writeSettings(window: Workbench, settings: Readonly<Record<string, unknown>>): Promise<void> {
  const folder = join(window.workspace, '.vscode');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
}

/** Accepts the name that the dialog for saving a file proposes. */
async function acceptFileName(window: Workbench, name: string): Promise<void> {
  const input = window.page.locator('.quick-input-box input').first();
  await eventually(
    `a dialog that proposes ${name}`,
    async () => (await input.inputValue()).endsWith(name),
    patience,
  );
  await input.press('Enter');
}

function untilThere(window: Workbench, path: string): Promise<string> {
  return eventually(
    path,
    async () => (await onDisk(window, path).catch(() => undefined)) || undefined,
    patience,
  );
}

/** Waits until a line of the editor holds `words`; blanks are drawn as no-break spaces. */
async function lineShown(window: Workbench, words: string): Promise<void> {
  const pattern = new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s'));
  await window.page.locator('.view-line').filter({ hasText: pattern }).first().waitFor();
}
