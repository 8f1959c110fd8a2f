import type { CarriedGoal, CarriedOutcome } from '../../core/change/settleCarried';
import { type Message, message } from '../../core/message';
import type { Note } from '../../core/note/note';
import { finishNote } from '../../core/practice/finishNote';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { confirmBy, sayShortly } from '../services/dialogs';
import { renderShown, unlessHidden } from '../services/hiddenWords';
import type { NoteIndex } from '../services/noteIndex';
import { tellRefusal, writeNote } from './writeNote';

type Finished = ReturnType<typeof finishNote>;

/**
 * Takes the draft mark from the active note and settles what was carried into it, after showing the gaps that remain, what
 * is not tracked, and the goals that nobody touched, if there are any.
 */
export async function finishNoteCommand(activeNote: ActiveNote, index: NoteIndex): Promise<void> {
  await index.whenRead();
  const open = activeNote.current?.open;
  if (open === undefined) return;
  const { root, path, note } = open;
  const cases = index.casesOf(open.document.uri);
  const finish = (now: Note, settled?: (goal: CarriedGoal) => CarriedOutcome) =>
    finishNote(root, now, { language: interfaceLanguage(), cases, ...(settled && { settled }) });
  const finished = finish(note);
  const settlement = await askFinishing(finished);
  if (settlement === undefined) return;
  const outcome = await writeNote(root, path, index, now => finish(now, () => settlement));
  tellRefusal(outcome);
  if (outcome.kind !== 'written') return;
  sayShortly(message(note.frontMatter.draft ? 'finish.done' : 'finish.was-done'));
}

/** What becomes of the goals that nobody touched; undefined where the note is not to be finished. */
async function askFinishing(finished: Finished): Promise<CarriedOutcome | undefined> {
  const { remaining, carried, untracked } = finished;
  if (remaining.length + carried.length + untracked.length === 0) return 'same';
  const outcomes: readonly CarriedOutcome[] = carried.length > 0 ? ['same', 'not-discussed'] : ['same'];
  const buttons =
    carried.length > 0
      ? [message('finish.still-the-same'), message('finish.not-discussed')]
      : [message('finish.anyway')];
  const question = { question: questionOf(finished), detail: detailOf(finished).join('\n') };
  const pressed = await confirmBy(question, buttons);
  return pressed === undefined ? undefined : outcomes[pressed];
}

function questionOf({ remaining: { length: count }, carried }: Finished): Message {
  if (count > 0) return count === 1 ? message('finish.gaps-1') : message('finish.gaps', { count });
  return carried.length > 0 ? message('finish.untouched') : message('finish.untracked');
}

/** What is missing, what is not followed, and the goals that nobody touched, as they stood. */
function detailOf({ remaining, carried, untracked }: Finished): readonly string[] {
  const count = untracked.length;
  const items = count === 1 ? message('finish.items-1') : message('finish.items', { count });
  return [
    ...remaining.map(problem => `• ${renderShown(problem.message)}`),
    ...(count === 0 ? [] : [`• ${render(items)}`]),
    ...carried.map(({ mention: { text, id }, status }) => {
      const goal = unlessHidden(text || `^${id ?? ''}`, message('hidden.words'));
      return `• ${render(message('finish.carried', { goal, status: render(message(`goal-status.${status}`)) }))}`;
    }),
  ];
}
