import { openNote, windows } from './window';

describe('in Restricted Mode', () => {
  const inWindow = windows({ workspaceTrust: true });

  it(
    'goals and problems are shown all the same',
    inWindow(async window => {
      const { page, ui } = window;
      await page.locator('.statusbar').getByText('Restricted Mode').waitFor();
      await ui.views.untilListed('Open Goals', 'C-007, 6 open');
      await openNote(window, 'C-007/2026-10-06-session-3.session.md');
      await ui.problems.untilListed('The section “Alternative solutions” is empty');
    }),
  );
});
