import { mkdirSync } from 'node:fs';
import { openNote, openSample, packagedExtension } from '../test/e2e/window';
import { WindowHost } from '../test/window/windowHost';

/** `npm run screenshots`: takes the pictures of the README from the real window. Package first: `npm run package`. */

const folder = 'media/screenshots';
mkdirSync(folder, { recursive: true });
const host = await WindowHost.start({ vsix: packagedExtension() });
try {
  const window = await openSample(host, {
    size: { width: 1280, height: 780 },
    scale: 2,
    settings: { 'workbench.colorTheme': 'Default Light Modern' },
  });
  const { page, ui } = window;
  await ui.views.untilListed('Open Goals', 'C-007, 6 open');
  await openNote(window, 'K-021/2026-04-21-session-2.session.md');
  await ui.views.untilListed('This Note', 'missing');
  await ui.problems.showQuickFixes('is missing.', 'Insert the stage');
  await ui.screenshot(`${folder}/problems.png`);

  await page.keyboard.press('Escape');
  await ui.runCommand('View: Toggle Problems');
  await ui.editor.press('Control+End');
  await ui.editor.type('\n## ');
  await ui.editor.showOffers('Perencanaan pemecahan masalah');
  await ui.screenshot(`${folder}/completion.png`);

  await page.keyboard.press('Escape');
  for (let undone = 0; undone < 4; undone++) await page.keyboard.press('Control+Z');
  await ui.views.untilListed('This Note', 'missing');
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
  for (const row of ['C-007', 'Unfinished notes']) await ui.views.expand('Clients', row);
  await ui.views.untilListed('Clients', 'M-003 · Session 4, draft');
  await ui.views.untilListed('Clients', 'Session 1, 2026-09-08');
  await page.setViewportSize({ width: 1280, height: 520 });
  await page.mouse.move(900, 300);
  await sideBar.screenshot({ path: `${folder}/clients.png`, animations: 'disabled' });
} finally {
  await host.close();
}
