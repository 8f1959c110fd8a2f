import { openNote } from '../../../test/e2e/window';
import { newNotes, writeNewNote } from '../newNote';
import { foldViews, type Scene, shot } from '../scene';

/** A heading with a slip in it, and what mends it. */
export const problems: Scene = {
  theme: 'dark',
  scale: 2,
  prepare: writeNewNote,
  async take(window, language) {
    const { path, title } = newNotes[language];
    await openNote(window, path);
    await foldViews(window, language);
    await window.ui.problems.showQuickFixes(`“${title}”?`, title);
    return [await shot(window)];
  },
};
