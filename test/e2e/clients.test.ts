import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { today } from './today';
import { openNote, untilOnDisk, windows } from './window';

const newest = 'C-007/2026-10-27-session-4.session.md';

describe('Clients', () => {
  const inWindow = windows();

  it(
    'lists each client with sessions, open goals, and whether the case is closed, and opens a session by keys alone',
    inWindow(async ({ page, ui }) => {
      await ui.views.untilListed('Clients', 'C-007, 4 sessions, 6 open');
      await ui.views.untilListed('Clients', 'K-014, 5 sessions, 0 open, closed');
      await ui.views.untilListed('Clients', 'Unfinished notes, ');
      await ui.runCommand('Sessions: Focus on Clients View');
      await ui.views.walkTo('Clients', 'C-007');
      await page.keyboard.press('ArrowRight');
      await ui.views.untilListed('Clients', 'Session 2, 2026-09-22');
      await ui.views.walkTo('Clients', 'Session 2');
      await page.keyboard.press('Enter');
      await ui.editor.untilInFront('2026-09-22-session-2.session.md');
    }),
  );

  it(
    'has a case closed for a reason, after naming the file and what is open, and opened again after asking',
    inWindow(async window => {
      const { ui } = window;
      await openNote(window, newest);
      await ui.runCommand('Session Notes: Close Case');
      await ui.quickInput.answer('Why does the case of C-007 close?', 'referred');
      assert.match(await ui.dialog.text(newest), /Still open \(\d+\):\s*• /);
      await ui.dialog.accept();
      await untilOnDisk(window, newest, '\nclosed: referred\n');
      await ui.views.untilListed('Clients', 'C-007, 4 sessions, 6 open, closed');
      await ui.views.untilListed('Open Goals', 'C-007', 'absent');

      await ui.runCommand('Session Notes: Reopen Case');
      await ui.quickInput.choose('Begin a new session note', 'Remove “closed:” from the newest note');
      await ui.dialog.text(newest);
      await ui.dialog.accept();
      await untilOnDisk(window, newest, text => !text.includes('closed:'));
      await ui.views.untilListed('Clients', 'C-007, 4 sessions, 6 open, closed', 'absent');
    }),
  );

  it(
    'has a client renamed in every note, after a warning where cases would become one',
    inWindow(async window => {
      const { ui } = window;
      await openNote(window, newest);
      await ui.runCommand('Session Notes: Rename Client');
      await ui.quickInput.type('The new code of C-007', 'K-014');
      await ui.quickInput.untilAsked('There is a client K-014 already');
      await ui.quickInput.type('There is a client K-014 already', 'C-700');
      await ui.quickInput.answer('The new code of C-007');
      await ui.dialog.text('Rename C-007 to C-700 in 5 notes?');
      await ui.dialog.accept();
      const files = await readdir(join(window.workspace, 'C-007'));
      assert.equal(files.length, 5);
      for (const file of files) await untilOnDisk(window, `C-007/${file}`, '\nclient: C-700\n');
      await ui.views.untilListed('Clients', 'C-700, 4 sessions');
    }),
  );

  it(
    'New Session Note is offered in an empty folder, and writes the first note of the first client',
    inWindow(
      async ({ ui, workspace }) => {
        await ui.views.pressButton('New Session Note', () => ui.quickInput.isAsking('A code, not a name'));
        await ui.quickInput.answer('A code, not a name');
        await ui.quickInput.answer('Pick the day');
        await ui.quickInput.answer('Which note format does the note follow?');
        await ui.quickInput.answer('Use Four-stage counseling for');
        await ui.quickInput.answer('Stages of this session');
        const name = `${today()}-session-1.session.md`;
        await ui.editor.untilInFront(name);
        assert.deepEqual(await readdir(join(workspace, 'K-001')), [name]);
        await ui.views.untilListed('Clients', 'K-001, 1 session');
      },
      { opens: 'an empty folder' },
    ),
  );

  it(
    'New Session Note takes another format for one note, those for what is no session first',
    inWindow(async window => {
      const { ui } = window;
      await ui.views.untilListed('Open Goals', 'C-007, 6 open');
      await ui.runCommand('Session Notes: New Session Note');
      await ui.quickInput.answer('Pick a client', 'C-007');
      await ui.quickInput.choose('Pick the day', 'Another note format');
      await ui.quickInput.choose('Which note format does the note follow?', 'Home visit');
      await ui.quickInput.answer('Pick the day');
      const name = `${today()}-home-visit.session.md`;
      await ui.editor.untilInFront(name);
      await untilOnDisk(window, `C-007/${name}`, '\nprotocol: home-visit\n');
      await ui.views.untilListed('This Note', 'Purpose of the visit, empty');
      await ui.views.untilListed('Clients', 'C-007, 4 sessions');
    }),
  );

  it(
    'New Session Note makes an untitled note in a window without folder, which is the first one once it is saved',
    inWindow(
      async ({ page, ui, workspace }) => {
        await ui.runCommand('Session Notes: New Session Note');
        await ui.quickInput.type('A code, not a name', 'Rina Wati');
        await ui.quickInput.untilAsked('This looks like a person’s name.');
        // The box says the hint in place of its question.
        await ui.quickInput.answer('This looks like a person’s name.', 'Z-1');
        await ui.quickInput.answer('Pick the day');
        await ui.quickInput.answer('Which note format does the note follow?');
        await ui.quickInput.answer('Use Four-stage counseling for');
        await ui.quickInput.answer('Stages of this session');
        await page.locator('.tab.active[data-resource-name^="Untitled"]').waitFor();
        await ui.editor.untilLine('client: Z-1');
        const step = page.locator('[data-done-step-id$="#note"]');
        const openSteps = async (): Promise<void> => {
          await ui.runCommand('Welcome: Open Walkthrough');
          await ui.quickInput.answer('Select a walkthrough to open', 'Session Notes');
          await step.waitFor();
        };
        await openSteps();
        assert.equal(await step.getAttribute('aria-checked'), 'false');
        await page.locator('.tab[data-resource-name^="Untitled"]').click();
        await ui.editor.press('Control+s');
        await ui.quickInput.answerPath(join(workspace, 'first.session.md'));
        await ui.editor.untilInFront('first.session.md');
        await openSteps();
        await page.locator('[data-done-step-id$="#note"][aria-checked="true"]').waitFor();
      },
      { opens: 'no folder' },
    ),
  );
});
