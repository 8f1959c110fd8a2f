import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { today } from './today';
import { onDisk, untilOnDisk, windows } from './window';

describe('Open Goals', () => {
  const inWindow = windows();

  it(
    'lists the open goals of each client, none of a closed case, and counts in the badge what is late and what was not finished in time',
    inWindow(async ({ page, ui }) => {
      await ui.views.untilListed('Open Goals', 'C-007, 6 open');
      await ui.views.untilListed('Open Goals', 'K-021, 7 open');
      const rows = await ui.views.rows('Open Goals');
      assert.ok(!rows.some(row => row.includes('K-014')), rows.join('\n'));
      // What is due in the sample and neither on hold nor done, and its four unfinished notes.
      const dues = ['05-26', '06-02', '06-02', '06-05', '11-10', '11-17', '11-30', '12-11'];
      const late = dues.filter(due => `2026-${due}` < today()).length;
      const badge = page.locator('.activitybar .action-item .badge-content', { hasText: `${late + 4}` });
      await badge.first().waitFor();
    }),
  );

  it(
    'opens the note of a goal at its place, and follows what is typed there before it is saved',
    inWindow(
      async window => {
        const { ui } = window;
        const name = '2026-05-19-session-5.session.md';
        await ui.views.open('Open Goals', 'Tidur sebelum pukul 23.00', () => ui.editor.isInFront(name));
        await window.log.untilWritten(`validated K-021/${name} version 1`);
        // The caret stands at the goal.
        await ui.editor.press('End');
        await ui.editor.type('\n- [ ] Menelepon kakak ^kakak');
        await ui.views.untilListed('Open Goals', 'Menelepon kakak');
        assert.doesNotMatch(await onDisk(window, `K-021/${name}`), /Menelepon kakak/);
      },
      // Views share the height: here the goals of two clients are to be in sight.
      { size: { width: 1400, height: 2200 } },
    ),
  );

  it(
    'follows what changes on disk: a new note, and a folder that is deleted',
    inWindow(async window => {
      const { ui } = window;
      await ui.views.untilListed('Open Goals', 'C-007, 6 open');
      const note =
        '---\nprotocol: four-stage\nclient: A-100\nsession: 1\ndate: 2026-11-20\n---\n## Termination\n- [ ] Write to the school\n';
      await writeFile(join(window.workspace, 'a-100.md'), note);
      await ui.views.untilListed('Open Goals', 'Write to the school');
      await rm(join(window.workspace, 'C-007'), { recursive: true });
      await ui.views.untilListed('Open Goals', 'C-007', 'absent');
    }),
  );

  it(
    'carries a goal into the newest note by a tick, after asking, and rewrites no earlier note',
    inWindow(async window => {
      const { ui } = window;
      const newest = 'C-007/2026-10-27-session-4.session.md';
      const earlier = 'C-007/2026-09-08-session-1.session.md';
      const before = await onDisk(window, earlier);
      await ui.views.untilListed('Open Goals', 'C-007, 6 open');
      await ui.views.expand('Open Goals', 'Process goals');
      await ui.views.tick('Open Goals', 'Identify and verify which');
      await ui.dialog.text(newest);
      await ui.dialog.click('Carry Over');
      await untilOnDisk(window, newest, '- [x] Identify and verify which');
      assert.equal(await onDisk(window, earlier), before);
    }),
  );
});
