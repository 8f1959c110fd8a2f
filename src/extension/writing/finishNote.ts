import { message } from '../../core/message';
import type { Note } from '../../core/note/note';
import { finishNote } from '../../core/practice/finishNote';
import type { Problem } from '../../core/validate/problem';
import { interfaceLanguage } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { confirm, sayShortly } from '../services/dialogs';
import { renderShown } from '../services/hiddenWords';
import type { NoteIndex } from '../services/noteIndex';
import { tellRefusal, writeNote } from './writeNote';

/** Takes the draft mark from the active note, after showing the gaps that remain in it if there are any. */
export async function finishNoteCommand(activeNote: ActiveNote, index: NoteIndex): Promise<void> {
  const open = activeNote.current?.open;
  if (open === undefined) return;
  const { root, path, note } = open;
  const finish = (now: Note) => finishNote(root, now, { language: interfaceLanguage() });
  const { remaining } = finish(note);
  if (remaining.length > 0 && !(await confirmFinishing(remaining))) return;
  const outcome = await writeNote(root, path, index, finish);
  tellRefusal(outcome);
  if (outcome.kind !== 'written') return;
  sayShortly(message(note.frontMatter.draft ? 'finish.done' : 'finish.was-done'));
}

function confirmFinishing(remaining: readonly Problem[]): Promise<boolean> {
  const detail = remaining.map(problem => `• ${renderShown(problem.message)}`).join('\n');
  const { length: count } = remaining;
  const question = count === 1 ? message('finish.gaps-1') : message('finish.gaps', { count });
  return confirm({ question, detail, button: message('finish.anyway') });
}
