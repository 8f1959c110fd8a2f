import assert from 'node:assert/strict';
import { join } from 'node:path';
import { today } from '../today';
import { onDisk, openNote, untilOnDisk, windows, writeSettings } from '../window';

describe('a counselor', () => {
  const inWindow = windows();

  it(
    'begins the note of the next session by keys alone, with the open goals of the client, writes at once, and changes the format',
    inWindow(async window => {
      const { ui } = window;
      await ui.views.untilListed('Open Goals', 'C-007, 6 open');
      await ui.runCommand('Session Notes: New Session Note');
      await ui.quickInput.answer('Pick a client', 'C-007');
      await ui.quickInput.answer('Pick the day');
      await ui.quickInput.answer('Stages of this session');
      const name = `${today()}-session-5.session.md`;
      await ui.editor.untilInFront(name);
      assert.match(
        await onDisk(window, `C-007/${name}`),
        /\n- \[>\] Decide about the course without rushing .*\^decide\n/,
      );
      // The caret stands where writing begins.
      await ui.editor.type('Written at once.');
      await ui.editor.untilLine('Written at once.');
      await ui.editor.save();
      await untilOnDisk(window, `C-007/${name}`, '\n\nWritten at once.\n');
      await ui.views.untilListed('Clients', 'C-007, 5 sessions');

      await ui.runCommand('Session Notes: Change Format');
      await ui.quickInput.choose('Change Format', 'SOAP note');
      await ui.dialog.text('Change the format of this note to “SOAP note”?');
      await ui.dialog.accept();
      await ui.views.untilListed('This Note', 'Subjective, empty');
      // What was clean is saved, and nothing that was written is lost.
      await untilOnDisk(window, `C-007/${name}`, '\nprotocol: soap\n');
      const changed = await onDisk(window, `C-007/${name}`);
      assert.match(changed, /\nWritten at once\.\n/);
      assert.match(changed, /\n- \[>\] Decide about the course without rushing .*\^decide\n/);
    }),
  );

  it(
    'sees what a note lacks in Problems and in This Note, inserts it with a quick fix, and undoes that in one step',
    inWindow(async window => {
      const { ui } = window;
      const note = 'K-021/2026-04-21-session-2.session.md';
      const isMissing =
        'The stage “Perencanaan pemecahan masalah” is missing. Add it, or list what this session covered in “stages:”.';
      await openNote(window, note);
      await ui.problems.untilListed(isMissing);
      await ui.views.untilListed('This Note', 'Perencanaan pemecahan masalah, missing');
      await ui.problems.quickFix(isMissing, 'Insert the stage');
      await ui.problems.untilListed(isMissing, 'absent');
      await ui.problems.untilListed('The stage “Perencanaan pemecahan masalah” is empty.');
      await ui.views.untilListed('This Note', 'Perencanaan pemecahan masalah, empty');

      await ui.editor.press('Control+Z');
      await ui.problems.untilListed(isMissing);
      await ui.views.untilListed('This Note', 'Perencanaan pemecahan masalah, missing');
      // Nothing was written meanwhile.
      assert.doesNotMatch(await onDisk(window, note), /Perencanaan/);
    }),
  );

  it(
    'is shown by Finish Note what a draft lacks, finishes it once each gap has its tick, and takes a quick note from the menu by its key',
    inWindow(async window => {
      const { ui } = window;
      const draft = 'M-003/2026-11-18-session-4.session.md';
      await openNote(window, draft);
      const question = 'Tick what you finish the note without';
      await ui.runCommand('Session Notes: Finish Note');
      await ui.quickInput.leave(question);
      assert.match(await onDisk(window, draft), /\nstatus: draft\n/);
      await ui.runCommand('Session Notes: Finish Note');
      await ui.quickInput.tick(question, 'The stage “Penerapan solusi dan penutup konseling” is');
      await ui.quickInput.tick(question, 'The section “Alternatif solusi” is empty');
      await ui.quickInput.answer(question);
      await untilOnDisk(window, draft, text => !text.includes('status: draft'));

      await ui.editor.press('Control+K');
      await window.page.keyboard.press('Control+M');
      await ui.quickInput.choose('What would you like to do?', 'New Quick Note');
      await ui.quickInput.answer('Pick a client', 'M-003');
      await ui.quickInput.answer('One line of what was said', 'Met in the corridor.');
      await untilOnDisk(window, `M-003/${today()}-contact.session.md`, '\nMet in the corridor.\n');
    }),
  );

  it(
    'reads views and problems in Indonesian or in English, whatever the display language',
    inWindow(
      async window => {
        const { ui } = window;
        await ui.views.untilListed('Tujuan Terbuka', 'C-007, 6 terbuka');
        await openNote(window, 'C-007/2026-10-06-session-3.session.md');
        await ui.problems.untilListed('Bagian “Alternative solutions” masih kosong');
        await ui.openFile(join(window.workspace, 'to-do.md'));
        await window.page.locator('.pane', { hasText: 'Buka catatan sesi' }).first().waitFor();

        await writeSettings(window, { 'sessionNotes.language': 'en' });
        await ui.views.untilListed('Open Goals', 'C-007, 6 open');
        await window.page.locator('.pane', { hasText: 'Open a session note' }).first().waitFor();
      },
      { settings: { 'sessionNotes.language': 'id' } },
    ),
  );
});
