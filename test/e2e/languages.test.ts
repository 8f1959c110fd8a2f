import type { Workbench } from '../host/openWorkbench';
import { openSample, patience, untilListed, untilProblem } from './window';

describe('in Indonesian', function () {
  this.timeout(3 * patience);
  let window: Workbench;

  before(async () => {
    window = await openSample({ settings: { 'sessionNotes.language': 'id' } });
  });
  after(() => window.close());

  it('views, their titles and problems speak Indonesian, whatever the display language', async () => {
    await untilListed(window, 'Tujuan Terbuka', 'C-007, 6 terbuka');
    await window.ui.openFile('2026-10-06-session-3.session.md');
    await untilProblem(window, 'Bagian “Alternatif solusi” masih kosong');
  });

  it('the empty view speaks Indonesian too', async () => {
    await window.ui.openFile('to-do.md');
    await window.page.locator('.pane', { hasText: 'Buka catatan sesi' }).first().waitFor();
  });
});

describe('in Restricted Mode', function () {
  this.timeout(3 * patience);
  let window: Workbench;

  before(async () => {
    window = await openSample({ workspaceTrust: true });
    const later = window.page.getByRole('button', { name: "No, I don't trust the authors" });
    if (await later.isVisible().catch(() => false)) await later.click();
  });
  after(() => window.close());

  it('goals and problems are shown all the same', async () => {
    await untilListed(window, 'Open Goals', 'C-007, 6 open');
    await window.ui.openFile('2026-10-06-session-3.session.md');
    await untilProblem(window, 'The section “Alternative solutions” is empty');
  });
});
