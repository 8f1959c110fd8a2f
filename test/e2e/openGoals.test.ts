import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workbench } from '../host/openWorkbench';
import { onDisk, openSample, patience, untilListed, untilOnDisk } from './window';

const newest = 'C-007/2026-10-27-session-4.session.md';

describe('Open Goals', function () {
  this.timeout(3 * patience);
  let window: Workbench;

  before(async () => {
    window = await openSample();
  });
  after(() => window.close());

  it('lists the open goals of each client, none of a closed case, and counts them in the badge', async () => {
    await untilListed(window, 'Open Goals', 'C-007, 6 open');
    await untilListed(window, 'Open Goals', 'K-021, 7 open');
    const rows = await window.ui.treeItems('Open Goals');
    assert.ok(!rows.some(row => row.includes('K-014')), rows.join('\n'));
    await window.page.locator('.activitybar .action-item', { hasText: '16' }).first().waitFor();
  });

  it('writes a tick to the newest note and saves it', async () => {
    const row = await window.ui.waitForTreeItem('Open Goals', 'Call home on Wednesdays');
    await row.locator('.custom-view-tree-node-item-checkbox').click();
    await untilOnDisk(window, newest, '[x] Call home on Wednesdays');
    await untilListed(window, 'Open Goals', 'C-007, 5 open');
  });

  it('asks before a tick carries a goal into the newest note, by its name, and rewrites no earlier note', async () => {
    const earlier = 'C-007/2026-09-08-session-1.session.md';
    const before = await onDisk(window, earlier);
    const group = await window.ui.waitForTreeItem('Open Goals', 'Process goals');
    await group.locator('.monaco-tl-twistie').click();
    const row = await window.ui.waitForTreeItem('Open Goals', 'Identify and verify which');
    await row.locator('.custom-view-tree-node-item-checkbox').click();
    const dialog = window.page.locator('.monaco-dialog-box', { hasText: newest });
    await dialog.getByRole('button', { name: 'Carry Over' }).click();
    await untilOnDisk(window, newest, '- [x] Identify and verify which');
    assert.equal(await onDisk(window, earlier), before);
    // Folded again, so that the rows of the other clients are in sight.
    await group.locator('.monaco-tl-twistie').click();
  });

  it('opens the note of a goal at its place', async () => {
    await (await window.ui.waitForTreeItem('Open Goals', 'Tidur sebelum pukul 23.00')).click();
    await window.page.locator('.tab.active[data-resource-name="2026-05-19-session-5.session.md"]').waitFor();
  });

  it('follows what is typed before it is saved', async () => {
    // The caret stands at the goal that was opened.
    await window.ui.runCommand('View: Focus Active Editor Group');
    await window.page.locator('.monaco-editor.focused').first().waitFor();
    await window.page.keyboard.press('End');
    await window.page.keyboard.type('\n- [ ] Menelepon kakak ^kakak');
    await untilListed(window, 'Open Goals', 'Menelepon kakak');
    assert.doesNotMatch(await onDisk(window, 'K-021/2026-05-19-session-5.session.md'), /Menelepon kakak/);
  });

  it('follows what changes on disk: a new note, and a folder that is deleted', async () => {
    const note =
      '---\nprotocol: four-stage\nclient: A-100\nsession: 1\ndate: 2026-11-20\n---\n## Termination\n- [ ] Write to the school\n';
    await writeFile(join(window.workspace, 'a-100.md'), note);
    await untilListed(window, 'Open Goals', 'Write to the school');
    await untilListed(window, 'Open Goals', 'C-007');
    await rm(join(window.workspace, 'C-007'), { recursive: true });
    await untilListed(window, 'Open Goals', 'C-007', 'absent');
  });
});
