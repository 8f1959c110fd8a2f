import type { Note } from '../../core/note/note';
import { noteProblems, problemsBesideTurns } from '../../core/practice/problems';
import type { Problem } from '../../core/validate/problem';
import { interfaceLanguage } from '../../l10n/catalogue';
import type { OpenNote } from '../services/openNotes';
import { readOpenTurns, readTurnsOf } from '../services/openTurns';
import type { Root } from '../services/roots';
import { today } from '../services/tools/today';

/** The problems of a note that is not open; what takes a while in a transcript is done in slices. */
export async function problemsOnDisk(note: Note, root: Root): Promise<readonly Problem[]> {
  const language = interfaceLanguage();
  if (note.frontMatter.kind !== 'transcript')
    return problemsBesideTurns(root, note, { language, together: true });
  return noteProblems(root, note, { language, turns: await readOpenTurns(note) });
}

/** The problems of an open note, those of the turns of a transcript too; what takes a while is done in slices. */
export async function allProblems(open: OpenNote): Promise<readonly Problem[]> {
  const { note, root } = open;
  const turns = await readTurnsOf(open);
  const language = interfaceLanguage();
  return noteProblems(root, note, {
    language,
    together: true,
    today: today(),
    ...(turns !== undefined && { turns }),
  });
}
