import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hintIn } from '../../src/core/protocol/hint';
import { loadProtocol } from '../../src/core/protocol/loadProtocol';
import type { Workbench } from '../window/windowHost';
import { webviewFrame } from './webviews';
import { onDisk, openNote, untilOnDisk, windows } from './window';

/** A note that lacks its last stage. */
const note = 'K-021/2026-04-21-session-2.session.md';

/** What the required sections of a stage of the note ask, as empty parts show it. */
async function hints(stageId: string): Promise<readonly [string, string]> {
  const { protocol } = loadProtocol(await readFile('protocols/four-stage.yaml', 'utf8'));
  const stage = protocol?.stages.find(({ id }) => id === stageId);
  const [first = '', second = ''] = (stage?.sections ?? []).map(section => hintIn(section, 'id') ?? '');
  return [first, second];
}

describe('a counselor writes a note', () => {
  const inWindow = windows();

  it(
    'is offered the next stage by Ctrl+Space after a #, accepts it with its sections, and sees behind goals what the case knows, and in each section what it asks until something is written there',
    inWindow(async window => {
      const { ui } = window;
      await openNote(window, note);
      await ui.editor.untilDrawn('days late');
      await ui.editor.press('Control+End');
      await ui.editor.type('\n\n## ');
      await ui.editor.complete('Perencanaan pemecahan masalah');
      await ui.views.untilListed('This Note', 'Perencanaan pemecahan masalah, empty');
      await ui.editor.untilLine('### Alternatif solusi');
      const [first, second] = await hints('planning');
      await ui.editor.untilDrawn(first);
      await ui.editor.untilDrawn(second);
      await ui.editor.type('S');
      await ui.editor.untilDrawn(first, 'absent');
      await ui.editor.untilDrawn(second);
      await ui.editor.save();
      await untilOnDisk(window, note, '### Solusi yang paling tepat\n\nS\n\n### Alternatif solusi\n\n');
    }),
  );

  it(
    'comes from a problem to the page of its rule, to be read, where the extension runs elsewhere than the window, too',
    inWindow(async window => {
      const { page, ui } = window;
      await openNote(window, note);
      await ui.runCommand('View: Focus Problems');
      await page
        .getByText('missing-stage', { exact: true })
        .first()
        .click({ modifiers: ['Control'] });
      await webviewFrame(window, 'missing-stage');
    }),
  );

  it(
    'goes on in a list by Enter, and ends it by another; keys typed at once keep their order',
    inWindow(
      async window => {
        const { ui } = window;
        const path = 'K-021/2026-07-07-session-6.session.md';
        const head = '---\nprotocol: four-stage\nclient: K-021\nsession: 6\ndate: 2026-07-07\n---\n';
        const list = `${head}\n## Perencanaan pemecahan masalah\n\n- [x] Satu`;
        await writeFile(join(window.workspace, path), list);
        await openNote(window, path);
        // Keys mean what they mean in a note once the window knows that one is in front.
        await ui.views.untilListed('This Note', 'Perencanaan pemecahan masalah');
        await ui.editor.press('Control+End');
        await ui.editor.type('\nabcdefghij');
        await ui.editor.untilLine('- [ ] abcdefghij');
        await ui.editor.type('\n');
        await ui.editor.untilAt('Ln 12, Col 7');
        await ui.editor.type('\nklmnopqrst');
        await ui.editor.untilAt('Ln 12, Col 11');
        await ui.editor.save();
        assert.equal(await onDisk(window, path), `${list}\n- [ ] abcdefghij\nklmnopqrst`);
      },
      { settings: { 'sessionNotes.continueLists': true } },
    ),
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
