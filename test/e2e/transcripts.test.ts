import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { until } from '../window/insist';
import type { Workbench } from '../window/windowHost';
import { refusals, textWithoutViolations, themes, webviewFrame, withoutViolations } from './webviews';
import { onDisk, openNote, untilOnDisk, windows } from './window';

const name = '2026-09-22-session-2-transcript.session.md';
const transcript = `C-007/${name}`;

describe('a transcript', () => {
  const inWindow = windows();

  it(
    'is coloured in the editor, and folds its codes',
    inWindow(async window => {
      const { page, ui } = window;
      await openNote(window, transcript);
      await window.log.untilWritten(`coloured ${transcript} version 1`);
      await until('the colours', async () => (await underlines(window)) > 10);
      // A line further down is in the page only once it is in sight.
      const code = page.locator('.view-line', { hasText: 'Good' }).getByText('#sympathy');
      await code.waitFor();
      await ui.runCommand('Session Notes: Fold Codes');
      await code.waitFor({ state: 'hidden' });
      await ui.runCommand('Session Notes: Unfold Codes');
      await code.waitFor();
    }),
  );

  it(
    'is made of a table whose columns are asked for, coded, and exported to a table again',
    inWindow(
      async window => {
        const { ui } = window;
        await ui.views.untilListed('Open Goals', 'C-007, 6 open');
        await ui.runCommand('Session Notes: Import Transcript');
        await ui.quickInput.answerPath(join(window.workspace, 'table.csv'));
        await ui.quickInput.choose('What does the column “who” hold?', 'Who speaks');
        await ui.quickInput.choose('What does the column “talk” hold?', 'What is said');
        await ui.quickInput.choose('What does the column “when” hold?', 'When it begins');
        for (const [name, role] of [
          ['Rina', 'Counselor'],
          ['Dimas', 'Client'],
          ['Wali', 'Somebody else'],
        ] as const) {
          await ui.quickInput.choose('who are the speakers?', name);
          await ui.quickInput.choose(`Who is “${name}”?`, role);
        }
        await ui.quickInput.choose('who are the speakers?', 'Import');
        await ui.editor.untilInFront('table.session.md');
        const text = await onDisk(window, 'table.session.md');
        assert.match(text, /\[0:00:01\] \*\*Counselor:\*\* How was the week\?\n/);
        assert.doesNotMatch(text, /Rina|Dimas/);

        await window.log.untilWritten('validated table.session.md version 1');
        await ui.editor.press('Control+End');
        await ui.editor.press('ArrowUp');
        await ui.runCommand('Session Notes: Apply Code');
        await ui.quickInput.choose('Technique or code to apply', 'Openness');
        await ui.editor.untilLine('He sleeps again. #openness');
        await ui.editor.save();

        await ui.runCommand('Session Notes: Export Transcripts');
        await ui.quickInput.choose('what for?', 'JSON Lines');
        await ui.quickInput.answer('Which transcripts?');
        await ui.quickInput.answerPath(join(window.workspace, 'codings.jsonl'));
        await untilOnDisk(window, 'codings.jsonl', '"code":"openness"');
      },
      { prepare: folder => writeFile(join(folder, 'table.csv'), table) },
    ),
  );

  it(
    'has a picture, and tables that say the same; keys say what is where in it, and open that',
    inWindow(async window => {
      const { page: workbench, ui } = window;
      const refused = refusals(window);
      const page = await picture(window);
      assert.equal(await page.locator('.scroller > svg').count(), 4);
      const row = page.locator('tr', { hasText: 'Openness (#openness)' });
      assert.deepEqual(await row.locator('td').allTextContents(), ['1', '3', '1', '5']);
      await page.locator('header p', { hasText: 'Turns: 24 · coded: 20' }).waitFor();

      await page.locator('.scroller > svg').nth(2).focus();
      for (const key of ['Control+Home', 'End']) await workbench.keyboard.press(key);
      await page.locator('[aria-live]').getByText('Turn 24').waitFor({ state: 'attached' });
      await page.locator('.scroller > svg').first().focus();
      for (const key of ['End', 'Enter']) await workbench.keyboard.press(key);
      await ui.editor.untilAt('Ln 70, Col 1');
      assert.deepEqual(refused, []);
    }),
  );

  it(
    'has a picture that keeps nobody out, in whatever theme',
    inWindow(async window => {
      const page = await picture(window);
      for (const theme of themes) await withoutViolations(window, page, theme);
    }),
  );

  it(
    'is copied for a second rater under an id written after asking, and both are compared and settled, by keys alone',
    inWindow(async window => {
      const { page, ui } = window;
      const path = 'K-014/2026-01-21-session-2-transcript';
      const file = (rater: string): string => `2026-01-21-session-2-transcript.${rater}.session.md`;
      await openNote(window, `${path}.session.md`);
      await ui.runCommand('Session Notes: Copy for Rater');
      await ui.quickInput.answer('Name or initials of the rater', 'JT');
      await ui.quickInput.answer('Without codes, memos and stages');
      await ui.dialog.text('has no transcript: id');
      await ui.dialog.accept();
      await ui.editor.untilInFront(file('JT'));
      await untilOnDisk(window, `${path}.session.md`, 'transcript: K-014-2026-01-21-session-2-transcript');
      const copy = await onDisk(window, `${path}.JT.session.md`);
      assert.match(copy, /\ncoder: JT\n/);
      assert.match(copy, /\ntranscript: K-014-2026-01-21-session-2-transcript\n/);
      assert.doesNotMatch(copy, /#\w|\{==|tanpa diminta/);
      assert.match(copy, /Rasanya mau hilang\./);

      await ui.runCommand('Session Notes: Compare Raters');
      await ui.quickInput.answer('All transcripts');
      const compared = await webviewFrame(window, 'Agreement: JT, RA');
      for (const theme of themes) await textWithoutViolations(window, compared, theme);
      await compared.getByRole('button', { name: '15: verbal-communication' }).focus();
      await page.keyboard.press('Enter');
      await ui.editor.untilInFront('2026-01-21-session-2-transcript.session.md');
      await ui.editor.untilAt('Ln 15, Col 1');

      await openNote(window, `${path}.JT.session.md`);
      await ui.runCommand('Session Notes: Make Consensus');
      await ui.quickInput.untilAsked('no code');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await ui.quickInput.leave('(2/');
      await ui.quickInput.choose('Write what is settled (1)', 'Write what is settled (1)');
      await ui.editor.untilInFront(file('consensus'));
      const consensus = await onDisk(window, `${path}.consensus.session.md`);
      assert.match(consensus, /ditertawakan lagi".*#verbal-communication\n/);
      assert.equal(consensus.match(/ #[a-z]/g)?.length, 1);
    }),
  );

  it(
    'has a mis-heard word corrected in the copies of all raters, and the passages of a code shown and saved',
    inWindow(async window => {
      const { page, ui } = window;
      await openNote(window, transcript);
      await ui.runCommand('Session Notes: Copy for Rater');
      await ui.quickInput.answer('Name or initials of the rater', 'SN');
      await ui.quickInput.answer('Without codes, memos and stages');
      await ui.editor.untilInFront(name.replace('.session.md', '.SN.session.md'));
      await openNote(window, transcript);
      await ui.editor.press('Control+f');
      await page.keyboard.type('I stay');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await ui.editor.untilAt('Ln 70, Col 41 (6 selected)');
      await ui.runCommand('Session Notes: Correct Words');
      await ui.quickInput.answer('in all copies of this transcript (2)', 'I shall stay.');
      for (const path of [transcript, transcript.replace('.session.md', '.SN.session.md')]) {
        await untilOnDisk(window, path, 'Then Fridays I shall stay. The first two');
        assert.match(await onDisk(window, path), /\ncorrections: \[turn \d+ on /);
      }
      assert.match(await onDisk(window, transcript), /I shall stay\. The first two, at least\. #freedom\n/);

      await ui.runCommand('Session Notes: Show Passages');
      await ui.quickInput.tick('Codes whose passages are shown', '#freedom');
      await ui.quickInput.answer('Codes whose passages are shown');
      await ui.quickInput.answer('How much of what was said around them?');
      await ui.editor.untilLine('Passages: freedom');
      await ui.editor.press('Control+End');
      await ui.editor.untilLine('Then Fridays I shall stay.');
      await ui.runCommand('Session Notes: Save Passages');
      await ui.quickInput.choose('Save as', 'Table (CSV)');
      await ui.quickInput.answerPath(join(window.workspace, 'passages.csv'));
      await untilOnDisk(window, 'passages.csv', 'Then Fridays I shall stay.');
    }),
  );
});

async function picture(window: Workbench): Promise<Frame> {
  await openNote(window, transcript);
  await window.ui.runCommand('Session Notes: Show Transcript Picture');
  return webviewFrame(window, name);
}

/** How many codes and passages are underlined in a colour of their own. */
function underlines({ page }: Workbench): Promise<number> {
  const marks = "[...document.querySelectorAll('.view-overlays .cdr')]";
  return page.evaluate(`${marks}.filter(mark => getComputedStyle(mark).borderBottomWidth === '2px').length`);
}

const table = `who,talk,when
Rina,How was the week?,0:00:01
Dimas,Better than the last.,0:00:04
Wali,He sleeps again.,0:00:07
`;
