import { openNote } from '../../../test/e2e/window';
import { newNotes, writeMendedNote } from '../newNote';
import { foldViews, type Scene, shot } from '../scene';

/** The stages that a note may go on with, offered at `##`. */
export const completion: Scene = {
  theme: 'light',
  scale: 2,
  prepare: writeMendedNote,
  async take(window, language) {
    const { path, next } = newNotes[language];
    await openNote(window, path);
    await foldViews(window, language);
    await window.ui.editor.press('Control+End');
    await window.ui.editor.type('## ');
    await window.ui.editor.showOffers(next);
    return [await shot(window)];
  },
};
