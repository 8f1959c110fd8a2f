import type { Locator, Page } from 'playwright-core';
import { insist } from './insist';

/**
 * Chooses from the menu of what is right-clicked until what that leads to is seen. VS Code swallows what is clicked in
 * the first moment of a menu, so one that still stands is clicked again and not opened anew.
 */
export async function chooseInMenu(
  page: Page,
  target: Locator,
  item: string,
  isDone: () => Promise<boolean>,
): Promise<void> {
  const menu = page.locator('.context-view .monaco-menu').first();
  const entry = menu.getByText(item, { exact: true }).first();
  await insist(
    `what ${item} in a menu leads to`,
    async ms => {
      if (!(await entry.isVisible())) {
        if (await menu.isVisible()) await page.keyboard.press('Escape');
        await target.click({ button: 'right', timeout: ms });
      }
      await entry.click({ timeout: ms });
    },
    isDone,
  );
}
