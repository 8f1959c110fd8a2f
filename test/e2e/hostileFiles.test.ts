import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseInMenu } from '../window/contextMenu';
import { windows } from './window';

const command = 'command:workbench.action.showAboutDialog';

/** It says no time where one belongs, but what VS Code makes a link of that runs a command. */
const evil = `WEBVTT\n\n[Repair this file](${command}) --> 00:02.000\nKonselor: kata rahasia\n`;

describe('a file that somebody sent', () => {
  const inWindow = windows();

  it(
    'cannot run a command by its words or its name, wherever the notification is clicked that refuses it',
    inWindow(async ({ page, ui, workspace }) => {
      // Before the notes are read, the menu offers no import.
      await ui.views.untilListed('Open Goals', 'C-007');
      await writeFile(join(workspace, `[Retry](${command}).vtt`), evil);
      await ui.views.openContainer('Explorer');
      const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'Retry' });
      const message = page.locator('.notification-toast .notification-list-item-message').first();
      await chooseInMenu(page, file, 'Import Transcript', () => message.isVisible());
      const text = (await message.textContent()) ?? '';
      assert.match(text, /Retry/);
      assert.doesNotMatch(text, /Repair|rahasia/);
      assert.equal(await message.locator('a').count(), 0);
      const { width = 0, height = 0 } = (await message.boundingBox()) ?? {};
      for (const part of [0.05, 0.2, 0.4, 0.6]) {
        await message.click({ position: { x: width * part, y: height / 2 } });
      }
      assert.equal(await page.locator('.monaco-dialog-box').count(), 0);
    }),
  );
});
