import { textIn } from '../../../src/l10n/catalogue';
import { openNote } from '../../../test/e2e/window';
import { foldViews, type Scene, shot, widenSideBar } from '../scene';

const notes = {
  en: 'C-007/2026-10-27-session-4.session.md',
  id: 'K-021/2026-05-19-session-5.session.md',
} as const;

/** The open goals of all clients, beside a note that has some of them. */
export const goals: Scene = {
  theme: 'light',
  scale: 2,
  async take(window, language) {
    const path = notes[language];
    const view = textIn(language, 'view.open-goals');
    await openNote(window, path);
    const client = path.slice(0, path.indexOf('/'));
    await window.ui.views.untilListed(view, client);
    await widenSideBar(window, 150);
    await foldViews(window, language, 'view.this-note');
    return [await shot(window)];
  },
};
