import assert from 'node:assert/strict';
import type { Workbench } from '../host/openWorkbench';
import { onDisk, openSample, patience, untilListed, untilProblem } from './window';

describe('a counselor writes a note', function () {
  this.timeout(3 * patience);
  let window: Workbench;

  before(async () => {
    window = await openSample();
  });
  after(() => window.close());

  it('sees what the note lacks in Problems and in This Note, and inserts it with a quick fix', async () => {
    await window.ui.openFile('2026-04-21-session-2.session.md');
    await untilProblem(window, 'The stage “Planning how to solve the problem” is missing.');
    await untilListed(window, 'This Note', 'Perencanaan pemecahan masalah, missing');

    await window.page
      .locator('.markers-panel .monaco-list-row')
      .filter({ hasText: 'is missing' })
      .first()
      .dblclick();
    await window.page.locator('.monaco-editor.focused .selected-text').first().waitFor();
    await window.page.locator('.lightBulbWidget').first().waitFor();
    await window.page.keyboard.press('Control+.');
    await window.page
      .locator('.action-widget .monaco-list-row')
      .filter({ hasText: 'Insert the stage' })
      .click();

    await untilProblem(window, 'The stage “Planning how to solve the problem” is missing.', 'absent');
    await untilProblem(window, 'The stage “Planning how to solve the problem” is empty.');
    await untilListed(window, 'This Note', 'Perencanaan pemecahan masalah, empty');
  });

  it('undoes it in one step, and nothing was written to disk meanwhile', async () => {
    const before = await onDisk(window, 'K-021/2026-04-21-session-2.session.md');
    await window.page.locator('.monaco-editor .view-lines').first().click();
    await window.page.keyboard.press('Control+Z');
    await untilProblem(window, 'The stage “Planning how to solve the problem” is missing.');
    assert.doesNotMatch(before, /Perencanaan/);
  });

  it('is offered the next stage by Ctrl+Space after a #, and accepts it with its prompts', async () => {
    await window.page.locator('.monaco-editor .view-lines').first().click();
    await window.page.keyboard.press('Control+End');
    await window.page.keyboard.type('\n\n## ');
    await window.page.keyboard.press('Control+Space');
    const offer = window.page.locator('.suggest-widget .monaco-list-row').first();
    await offer.waitFor();
    assert.match((await offer.getAttribute('aria-label')) ?? '', /Perencanaan pemecahan masalah/);
    await window.page.keyboard.press('Enter');
    await untilListed(window, 'This Note', 'Perencanaan pemecahan masalah, empty');
    await window.page.keyboard.press('Control+Z');
  });

  it('hovers over a stage and reads what it is for', async () => {
    await window.page.keyboard.press('Control+Home');
    const heading = window.page
      .locator('.monaco-editor .view-line')
      .filter({ hasText: /Identifikasi\sdan\seksplorasi/ });
    await heading.first().locator('span span').last().hover();
    const hover = window.page
      .locator('.monaco-hover')
      .filter({ hasText: 'Identifying and exploring the problem' });
    await hover.first().waitFor();
  });

  it('leaves an ordinary Markdown file alone', async () => {
    await window.ui.openFile('to-do.md');
    await untilProblem(window, 'to-do.md', 'absent');
    await window.page.locator('.pane', { hasText: 'Open a session note' }).first().waitFor();
  });
});
