import { commands } from '../../../src/extension/contributions/commands';
import { webviewFrame } from '../../../test/e2e/webviews';
import { openNote } from '../../../test/e2e/window';
import { type Scene, shot } from '../scene';

const notes = {
  en: 'C-007/2026-10-27-session-4.session.md',
  id: 'K-014/2026-03-11-session-5.session.md',
} as const;

/** The course of a case. */
export const progress: Scene = {
  theme: 'dark',
  scale: 2,
  async take(window, language) {
    const path = notes[language];
    await openNote(window, path);
    await window.ui.runCommand(`Session Notes: ${commands['sessionNotes.showCaseProgress'].title[language]}`);
    await webviewFrame(window, path.slice(0, path.indexOf('/')));
    await window.ui.runCommand('View: Close Primary Side Bar');
    return [await shot(window)];
  },
};
