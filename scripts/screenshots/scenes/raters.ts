import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LanguageTag } from '../../../src/core/language/languages';
import { commands } from '../../../src/extension/contributions/commands';
import { textIn } from '../../../src/l10n/catalogue';
import { webviewFrame } from '../../../test/e2e/webviews';
import { openNote } from '../../../test/e2e/window';
import { type Scene, shot } from '../scene';
import { transcripts } from '../transcripts';

const names = { en: 'JT, SN', id: 'RA, SN' } as const;

/** How far two raters agree. */
export const raters: Scene = {
  theme: 'dark',
  scale: 2,
  prepare: addSecondRater,
  async take(window, language) {
    const { ui } = window;
    await openNote(window, transcripts[language]);
    await ui.runCommand(`Session Notes: ${commands['sessionNotes.compareRaters'].title[language]}`);
    await ui.quickInput.answer(textIn(language, 'agree.all-transcripts'));
    await webviewFrame(window, textIn(language, 'agree.title').replace('{raters}', names[language]));
    await ui.runCommand('View: Close Primary Side Bar');
    return [await shot(window)];
  },
};

/** Writes the transcript of the language once more, as another rater would code it, and gives both an id. */
async function addSecondRater(folder: string, language: LanguageTag): Promise<void> {
  const path = join(folder, transcripts[language]);
  const text = await readFile(path, 'utf8');
  const first = text.includes('\ntranscript: ')
    ? text
    : text.replace('\nspeakers:', '\ntranscript: K-014-2\nspeakers:');
  await writeFile(path, first);
  const second = first
    .replace(/\ncoder: \w+/, '\ncoder: SN')
    .replace('#openness #trust', '#openness')
    .replace('#reinforcement', '#empathy')
    .replace('#responsibility', '#explanation')
    .replace(/(Lonely\.) #empathy #verbal-communication/, '$1 #empathy');
  await writeFile(path.replace('.session.md', '.SN.session.md'), second);
}
