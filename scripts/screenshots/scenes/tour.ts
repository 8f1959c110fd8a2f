import { textIn } from '../../../src/l10n/catalogue';
import { openNote } from '../../../test/e2e/window';
import { newNotes, writeNewNote } from '../newNote';
import { foldViews, type Scene, shot, widenSideBar } from '../scene';

/** From a slip in a heading to a goal that is ticked. */
export const tour: Scene = {
  theme: 'light',
  scale: 1,
  prepare: writeNewNote,
  async take(window, language) {
    const { path, slip, title, next, goal } = newNotes[language];
    const { page, ui } = window;
    const view = textIn(language, 'view.open-goals');
    await openNote(window, path);
    await ui.views.untilListed(view, path.slice(0, path.indexOf('/')));
    await widenSideBar(window, 60);
    await foldViews(window, language, 'view.this-note');
    const shots = [await shot(window, 2500)];

    await ui.problems.showQuickFixes(`“${title}”?`, title);
    shots.push(await shot(window, 2500));
    await page.keyboard.press('Escape');
    await ui.problems.quickFix(`“${title}”?`, title);
    await ui.editor.untilLine(title);
    await ui.problems.untilListed(slip, 'absent');
    await ui.runCommand('View: Hide Panel');
    await ui.editor.press('Control+End');
    await ui.editor.type('## ');
    await ui.editor.showOffers(next);
    shots.push(await shot(window, 2500));

    await page.keyboard.press('Enter');
    await ui.editor.untilLine(next);
    shots.push(await shot(window, 2500));

    await ui.editor.type(`- [ ] ${goal}`);
    await page.keyboard.press('Escape');
    await ui.views.untilListed(view, goal);
    shots.push(await shot(window, 2500));

    await ui.views.tick(view, goal);
    await ui.editor.untilLine(`- [x] ${goal}`);
    shots.push(await shot(window, 3500));
    return shots;
  },
};
