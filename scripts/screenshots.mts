import { mkdirSync } from 'node:fs';
import { openSample, untilListed, untilProblem } from '../test/e2e/window';

/** `npm run screenshots`: takes the pictures of the README from the real window. Package first: `npm run package`. */

const folder = 'media/screenshots';
mkdirSync(folder, { recursive: true });
const window = await openSample({
  size: { width: 1280, height: 780 },
  scale: 2,
  colorTheme: 'Default Light Modern',
});
const { page, ui } = window;
try {
  await untilListed(window, 'Open Goals', 'C-007, 6 open');
  await ui.openFile('2026-04-21-session-2.session.md');
  await untilProblem(window, 'is missing.');
  await untilListed(window, 'This Note', 'missing');
  await page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'is missing' }).first().dblclick();
  await page.locator('.monaco-editor.focused .selected-text').first().waitFor();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
  await ui.screenshot(`${folder}/problems.png`);

  await page.keyboard.press('Escape');
  await ui.runCommand('View: Toggle Problems');
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n## ');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget .monaco-list-row').first().waitFor();
  await ui.screenshot(`${folder}/completion.png`);

  await page.keyboard.press('Escape');
  for (let undone = 0; undone < 4; undone++) await page.keyboard.press('Control+Z');
  await untilListed(window, 'This Note', 'missing');
  const sideBar = page.locator('.part.sidebar');
  const edge = await sideBar.boundingBox();
  if (edge !== null) {
    // Wide enough for goals to be read whole.
    await page.mouse.move(edge.x + edge.width, edge.y + edge.height / 2);
    await page.mouse.down();
    await page.mouse.move(edge.x + edge.width + 260, edge.y + edge.height / 2, { steps: 5 });
    await page.mouse.up();
  }
  await sideBar.screenshot({ path: `${folder}/trees.png`, animations: 'disabled' });

  for (const view of ['Open Goals', 'This Note']) {
    await page.locator(`.pane-header[aria-label^="${view}"]`).click();
  }
  for (const row of ['C-007', 'Unfinished notes']) {
    await (await ui.waitForTreeItem('Clients', row)).locator('.monaco-tl-twistie').click();
  }
  await untilListed(window, 'Clients', 'M-003 · Session 4, draft');
  await untilListed(window, 'Clients', 'Session 1, 2026-09-08');
  await page.setViewportSize({ width: 1280, height: 520 });
  await page.mouse.move(900, 300);
  await sideBar.screenshot({ path: `${folder}/clients.png`, animations: 'disabled' });
} finally {
  await window.close();
}
