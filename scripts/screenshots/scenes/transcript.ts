import { commands } from '../../../src/extension/contributions/commands';
import { webviewFrame } from '../../../test/e2e/webviews';
import { openNote } from '../../../test/e2e/window';
import { until } from '../../../test/window/insist';
import { type Scene, shot } from '../scene';
import { transcripts } from '../transcripts';

/** A coded transcript, and beside it the picture of it. */
export const transcript: Scene = {
  theme: 'light',
  scale: 2,
  async take(window, language) {
    const path = transcripts[language];
    const { page, ui } = window;
    await openNote(window, path);
    await window.log.untilWritten(`coloured ${path} version 1`);
    await ui.runCommand('View: Close Primary Side Bar');
    await ui.editor.press('Control+End');
    await ui.runCommand(`Session Notes: ${commands['sessionNotes.showTranscriptPicture'].title[language]}`);
    const title = path.slice(path.indexOf('/') + 1);
    await webviewFrame(window, title);
    await ui.runCommand('View: Move Editor into Right Group');
    await page.locator('.editor-group-container').nth(1).waitFor();
    const picture = (await webviewFrame(window, title)).locator('.scroller > svg').first();
    await until('the picture on the right', async () => ((await picture.boundingBox())?.x ?? 0) > 500);
    // It is drawn anew for its new width, of which nothing tells.
    await page.waitForTimeout(3000);
    return [await shot(window)];
  },
};
