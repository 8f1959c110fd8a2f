import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Workbench } from '../window/windowHost';
import { openNote, windows } from './window';

/** A note that lacks its last stage. */
const note = 'K-021/2026-04-21-session-2.session.md';

describe('a counselor writes a note', () => {
  const inWindow = windows();

  it(
    'is offered the next stage by Ctrl+Space after a #, and accepts it with its sections',
    inWindow(async window => {
      const { ui } = window;
      await openNote(window, note);
      await ui.editor.press('Control+End');
      await ui.editor.type('\n\n## ');
      await ui.editor.complete('Perencanaan pemecahan masalah');
      await ui.views.untilListed('This Note', 'Perencanaan pemecahan masalah, empty');
      await ui.editor.untilLine('### Alternatif solusi');
    }),
  );

  it(
    'hovers over a stage and reads what it is for',
    inWindow(async window => {
      await openNote(window, note);
      await window.ui.editor.hover(
        'Identifikasi dan eksplorasi masalah',
        'Identifying and exploring the problem',
      );
    }),
  );

  it(
    'finds an ordinary Markdown file left alone',
    inWindow(async window => {
      const { ui } = window;
      await ui.openFile(join(window.workspace, 'to-do.md'));
      await untilNoNote(window);
      const rows = await ui.problems.rows();
      assert.deepEqual(
        rows.filter(row => row.includes('to-do.md')),
        [],
      );
    }),
  );
});

async function untilNoNote({ page }: Workbench): Promise<void> {
  await page.locator('.pane', { hasText: 'Open a session note' }).first().waitFor();
}
