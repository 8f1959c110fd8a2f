import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import type { Workbench } from '../window/windowHost';
import { refusals, reloaded, themes, webviewFrame, withoutViolations } from './webviews';
import { openNote, untilOnDisk, windows } from './window';

/** A fifth session, whose goal would be markup if it were taken for it. */
const fifthSession = `---\nprotocol: four-stage\nclient: C-007\nsession: 5\ndate: 2026-11-10\nphq9: 12\n---\n## Termination\n- [x] Say <img src=x> & "no" ^no\n`;

describe('Case Progress', () => {
  const inWindow = windows();

  it(
    'draws sessions, stages and goals as pictures, and has the same as a table',
    inWindow(async window => {
      const page = await caseProgress(window);
      assert.equal(await page.locator('.scroller > svg').count(), 4);
      const table = page.locator('table');
      assert.deepEqual(await table.locator('thead th').allTextContents(), [
        'Stage or part, goal, action or measure',
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
        'In progress',
        'In progress · attainment −1',
      ]);
    }),
  );

  it(
    'keeps nobody out, in whatever theme',
    inWindow(async window => {
      const page = await caseProgress(window);
      for (const theme of themes) await withoutViolations(window, page, theme);
    }),
  );

  it(
    'says by keys what is where, and opens it; and tells what the pointer is on',
    inWindow(async window => {
      const { ui, page: workbench } = window;
      const page = await caseProgress(window);
      const picture = page.locator('.scroller > svg').nth(1);
      await picture.focus();
      for (const key of ['Control+End', 'ArrowLeft', 'ArrowUp']) await workbench.keyboard.press(key);
      const spoken = page.locator('[aria-live]');
      await spoken.getByText('Call home on Wednesdays instead of daily').waitFor({ state: 'attached' });
      await spoken.getByText('Session 3 · 2026-10-06, Open').waitFor({ state: 'attached' });

      await picture.locator('text', { hasText: /^Join one thing/ }).hover();
      await page.locator('.tooltip', { hasText: 'Goal · Achieved' }).waitFor();

      await workbench.keyboard.press('Enter');
      await ui.editor.untilInFront('2026-10-06-session-3.session.md');
      await ui.editor.untilAt('Ln 31, Col 7');
    }),
  );

  it(
    'follows the files, takes words for words, and is saved as CSV and as a picture that needs nothing else',
    inWindow(async window => {
      const { ui, workspace } = window;
      const refused = refusals(window);
      const page = await caseProgress(window);
      await writeFile(join(workspace, 'C-007/2026-11-10-session-5.session.md'), fifthSession);
      await page.locator('thead th', { hasText: 'Session 5 · 2026-11-10' }).waitFor({ state: 'attached' });
      await page.locator('tbody th', { hasText: 'Say <img src=x> & "no"' }).waitFor({ state: 'attached' });
      assert.equal(await page.locator('img').count(), 0);
      const scores = page.locator('tr', { hasText: 'PHQ-9 0 to 27 · lower is better' });
      await scores.locator('td', { hasText: /^12$/ }).waitFor({ state: 'attached' });
      await page.locator('.scroller > svg text', { hasText: 'PHQ-9' }).waitFor();

      await page.getByRole('button', { name: 'Save Data (CSV)' }).click();
      await ui.quickInput.acceptPath('C-007 progress.csv');
      await untilOnDisk(
        window,
        'C-007 progress.csv',
        csv =>
          csv.startsWith('client,session,date,') &&
          /\r\nC-007,5,2026-11-10,.*"Say <img src=x> & ""no""".*,TRUE,achieved,,,FALSE,\r\n/.test(csv) &&
          /\r\nC-007,5,2026-11-10,.*,phq9,measure,PHQ-9,.*,12\r\n/.test(csv),
      );
      await page.getByRole('button', { name: 'Save Picture (SVG)' }).click();
      await ui.quickInput.acceptPath('C-007 progress.svg');
      await untilOnDisk(
        window,
        'C-007 progress.svg',
        svg => /^<\?xml[^>]*>\n<svg [\s\S]*<\/svg>\n$/.test(svg) && !/var\(|<style|href/.test(svg),
      );
      assert.deepEqual(refused, []);
    }),
  );

  it(
    'is there again after the window was loaded anew',
    inWindow(async window => {
      await caseProgress(window);
      await reloaded(window);
      const page = await webviewFrame(window, 'C-007');
      await page.locator('thead th', { hasText: 'Session 4 · 2026-10-27' }).waitFor({ state: 'attached' });
    }),
  );
});

describe('Session Brief', () => {
  const inWindow = windows();

  it(
    'is one page on the client that is chosen in Open Goals; it is to be read, follows the notes, and is copied',
    inWindow(
      async window => {
        const { page, ui, workspace } = window;
        await ui.views.untilListed('Tujuan Terbuka', 'K-021, 7 terbuka');
        await ui.views.chooseInMenu('Tujuan Terbuka', 'K-021', 'Tampilkan Ringkasan Sesi', () =>
          ui.editor.isInFront('Ringkasan sesi K-021.md'),
        );
        const brief = await webviewFrame(window, 'Ringkasan sesi: K-021');
        const shows = (words: string) => brief.getByText(words).first().waitFor();
        await shows('Dua sore bebas seminggu untuk main');

        const note = `---\nprotocol: four-stage\nclient: K-021\nsession: 6\ndate: 2026-06-02\n---\n## Perencanaan pemecahan masalah\n- [ ] Bercerita kepada kakak\n`;
        await writeFile(join(workspace, 'K-021/2026-06-02-session-6.session.md'), note);
        await shows('Bercerita kepada kakak · Terbuka · sesi ini');

        await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
        await ui.runCommand('Session Notes: Salin Ringkasan Sesi');
        await page.locator('.statusbar').getByText('Ringkasan sesi disalin').waitFor();
        const copied = await page.evaluate('navigator.clipboard.readText()');
        assert.match(String(copied), /^# Ringkasan sesi: K-021\n\nSesi sejauh ini: 6 /);
      },
      { settings: { 'sessionNotes.language': 'id' } },
    ),
  );
});

async function caseProgress(window: Workbench): Promise<Frame> {
  await openNote(window, 'C-007/2026-10-06-session-3.session.md');
  await window.ui.runCommand('Session Notes: Show Case Progress');
  return webviewFrame(window, 'C-007');
}
