import assert from 'node:assert/strict';
import { eventually } from '../host/eventually';
import type { Workbench } from '../host/openWorkbench';
import { onDisk, openSample, patience, untilListed, untilOnDisk } from './window';

const folder = 'K-014/2026-01-21-session-2-transcript';

describe('two raters code a transcript', function () {
  this.timeout(3 * patience);
  let window: Workbench;

  before(async () => {
    window = await openSample();
    await untilListed(window, 'Open Goals', 'C-007');
  });
  after(() => window.close());

  const press = (key: string): Promise<void> => window.page.keyboard.press(key);
  const untilAsked = (text: string): Promise<void> =>
    window.page.locator('.quick-input-widget', { hasText: text }).first().waitFor();

  it('makes a blank copy by keys alone, under an id that it writes after asking', async () => {
    await window.ui.openFile('2026-01-21-session-2-transcript.session.md');
    await window.ui.startCommand('Session Notes: Copy for Rater');
    await untilAsked('The rater who will code the copy');
    await window.page.keyboard.type('JT');
    await press('Enter');
    await untilAsked('Without codes, memos and stages');
    await press('Enter');
    const dialog = window.page.locator('.monaco-dialog-box', { hasText: 'has no transcript: id' });
    await dialog.locator('.monaco-button', { hasText: 'Write Id' }).click();
    await eventually(
      'the copy',
      () => onDisk(window, `${folder}.JT.session.md`).then(Boolean, () => false),
      patience,
    );
    await untilOnDisk(window, `${folder}.session.md`, 'transcript: K-014-2026-01-21-session-2-transcript');
    const copy = await onDisk(window, `${folder}.JT.session.md`);
    assert.match(copy, /\ncoder: JT\n/);
    assert.match(copy, /\ntranscript: K-014-2026-01-21-session-2-transcript\n/);
    assert.doesNotMatch(copy, /#\w|\{==|tanpa diminta/);
    assert.match(copy, /Rasanya mau hilang\./);
  });
});
