import assert from 'node:assert/strict';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Locator } from 'playwright-core';
import { eventually } from '../host/eventually';
import type { Workbench } from '../host/openWorkbench';
import { onDisk, openSample, patience, untilListed, untilOnDisk } from './window';

const pad = (value: number): string => String(value).padStart(2, '0');

/** The date of today where the test runs. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Asks for a command as one does without a mouse. */
async function command({ page }: Workbench, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.insertText(title);
  const row = page.locator('.quick-input-list .monaco-list-row.focused');
  await row.filter({ has: page.getByText(title, { exact: true }) }).waitFor();
  await page.keyboard.press('Enter');
}

/** Waits for the question that has this text as its title or as the hint in its box. */
async function untilAsked({ page }: Workbench, question: string): Promise<void> {
  const widget = page.locator('.quick-input-widget');
  await eventually(
    `the question ${question}`,
    async () => {
      if (!(await widget.isVisible())) return false;
      const hint = await widget.locator('input').first().getAttribute('placeholder');
      return hint?.includes(question) === true || (await textOf(widget)).includes(question);
    },
    patience,
  );
}

async function textOf(part: Locator): Promise<string> {
  return (await part.textContent()) ?? '';
}

/** What a dialog says, as soon as one is open. */
async function dialogText({ page }: Workbench): Promise<string> {
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.waitFor();
  return textOf(dialog);
}

describe('Clients', function () {
  this.timeout(4 * patience);
  let window: Workbench;

  before(async () => {
    window = await openSample();
    await untilListed(window, 'Open Goals', 'C-007, 6 open');
  });
  after(() => window.close());

  it('lists each client with sessions, open goals, and whether the case is closed', async () => {
    await untilListed(window, 'Clients', 'C-007, 4 sessions, 6 open');
    await untilListed(window, 'Clients', 'K-014, 5 sessions, 0 open, closed');
    await untilListed(window, 'Clients', 'Unfinished notes, ');
  });

  it('opens a session by keys alone', async () => {
    const row = await window.ui.waitForTreeItem('Clients', 'C-007');
    await row.click();
    await untilListed(window, 'Clients', 'Session 2, 2026-09-22');
    await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.press('Enter');
    await window.page.locator('.tab.active[data-resource-name="2026-09-22-session-2.session.md"]').waitFor();
  });

  it('New Session Note is made by keys alone, with the open goals of the client', async () => {
    await command(window, 'Session Notes: New Session Note');
    await untilAsked(window, 'A code, not a name');
    await window.page.keyboard.type('C-007');
    await window.page.keyboard.press('Enter');
    await untilAsked(window, 'Stages of this session');
    await window.page.keyboard.press('Enter');
    const path = `C-007/${today()}-session-5.session.md`;
    const tab = `.tab.active[data-resource-name="${today()}-session-5.session.md"]`;
    await window.page.locator(tab).waitFor();
    assert.match(await onDisk(window, path), /\n- \[.\] .+ <!-- Session 4: /);
    // The caret stands where writing begins.
    await window.page.locator('.monaco-editor.focused').first().waitFor();
    await window.page.keyboard.type('Written at once.');
    await window.page
      .locator('.monaco-editor .view-line')
      .filter({ hasText: /^Written\sat\sonce\.$/ })
      .waitFor();
    await window.page.keyboard.press('Control+S');
    await untilOnDisk(window, path, '\n\nWritten at once.\n');
    await untilListed(window, 'Clients', 'C-007, 5 sessions');
  });

  it('Finish Note shows what is still missing, and removes the draft mark', async () => {
    const path = `C-007/${today()}-session-5.session.md`;
    await command(window, 'Session Notes: Finish Note');
    assert.match(await dialogText(window), /The (?:section|stage) “.+” is empty/);
    await window.page.keyboard.press('Escape');
    assert.match(await onDisk(window, path), /\nstatus: draft\n/);
    await command(window, 'Session Notes: Finish Note');
    await dialogText(window);
    await window.page.keyboard.press('Enter');
    await eventually(
      'the draft mark to go',
      async () => !(await onDisk(window, path)).includes('status: draft'),
      patience,
    );
  });

  it('Close Case asks why, names the file and what is open, and writes to the newest note', async () => {
    const newest = `C-007/${today()}-session-5.session.md`;
    await command(window, 'Session Notes: Close Case');
    await untilAsked(window, 'Why does the case of C-007 close?');
    await window.page.keyboard.type('referred');
    await window.page.keyboard.press('Enter');
    const said = await dialogText(window);
    assert.ok(said.includes(newest), said);
    assert.match(said, /Still open \(\d+\):\s*• /);
    await window.page.keyboard.press('Enter');
    await untilOnDisk(window, newest, '\nclosed: referred\n');
    await untilListed(window, 'Clients', 'C-007, 5 sessions, 6 open, closed');
    await untilListed(window, 'Open Goals', 'C-007', 'absent');
  });

  it('Reopen Case offers a new note, or takes the line away after a confirmation', async () => {
    const newest = `C-007/${today()}-session-5.session.md`;
    await command(window, 'Session Notes: Reopen Case');
    await untilAsked(window, 'Begin a new session note');
    await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.press('Enter');
    const said = await dialogText(window);
    assert.ok(said.includes(newest), said);
    await window.page.keyboard.press('Enter');
    await eventually(
      'the line to go',
      async () => !(await onDisk(window, newest)).includes('closed:'),
      patience,
    );
    await untilListed(window, 'Clients', 'C-007, 5 sessions, 6 open, closed', 'absent');
  });

  it('Rename Client warns that cases become one, and changes every note of the case', async () => {
    await command(window, 'Session Notes: Rename Client');
    await untilAsked(window, 'The new code of C-007');
    await window.page.keyboard.press('Control+A');
    await window.page.keyboard.type('K-014');
    await untilAsked(window, 'There is a client K-014 already');
    await window.page.keyboard.press('Control+A');
    await window.page.keyboard.type('C-700');
    await eventually(
      'the warning to go',
      async () => !(await textOf(window.page.locator('.quick-input-widget'))).includes('K-014'),
      patience,
    );
    await window.page.keyboard.press('Enter');
    const said = await dialogText(window);
    assert.match(said, /Rename C-007 to C-700 in 6 notes\?/);
    await window.page.keyboard.press('Enter');
    const files = await readdir(join(window.workspace, 'C-007'));
    assert.equal(files.length, 6);
    for (const file of files) await untilOnDisk(window, `C-007/${file}`, '\nclient: C-700\n');
    await untilListed(window, 'Clients', 'C-700, 5 sessions');
  });

  it('New Session Note is offered in an empty folder, and writes the first note of the first client', async () => {
    const folder = join(dirname(window.workspace), 'empty');
    await mkdir(folder);
    const url = new URL(window.page.url());
    url.search = '';
    url.searchParams.set('folder', folder);
    await window.page.goto(url.href);
    await window.ui.openViewContainer('Sessions');
    const offer = window.page.locator('.welcome-view .monaco-button', { hasText: 'New Session Note' });
    await offer.first().focus();
    await window.page.keyboard.press('Enter');
    await untilAsked(window, 'A code, not a name');
    await window.page.keyboard.press('Enter');
    await untilAsked(window, 'Stages of this session');
    await window.page.keyboard.press('Enter');
    const name = `${today()}-session-1.session.md`;
    await window.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    assert.deepEqual(await readdir(join(folder, 'K-001')), [name]);
    await untilListed(window, 'Clients', 'K-001, 1 session');
  });

  it('New Session Note makes an untitled note in a window without folder', async () => {
    const url = new URL(window.page.url());
    url.search = '?ew=true';
    await window.page.goto(url.href);
    // Before that the palette does not know the commands of the extension.
    await window.ui.openViewContainer('Sessions');
    await window.ui.startCommand('Session Notes: New Session Note');
    await untilAsked(window, 'A code, not a name');
    await window.page.keyboard.type('Z-1');
    await window.page.keyboard.press('Enter');
    await untilAsked(window, 'Stages of this session');
    await window.page.keyboard.press('Enter');
    await window.page.locator('.tab.active[data-resource-name^="Untitled"]').waitFor();
    await window.page
      .locator('.monaco-editor .view-line')
      .filter({ hasText: /client:\sZ-1/ })
      .first()
      .waitFor();
  });
});
