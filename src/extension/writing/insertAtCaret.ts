import { insertableChoices } from '../../core/change/choiceCandidates';
import { insertChoice } from '../../core/change/insertChoice';
import { insertGoal } from '../../core/change/insertGoal';
import { type GoalCandidate, insertableGoals } from '../../core/complete/goalCandidates';
import { goalDetail } from '../../core/complete/goalOffers';
import { message, titleIn } from '../../core/message';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { type ListRow, pickOne } from '../services/dialogs';
import { unlessHidden } from '../services/hiddenWords';
import type { NoteIndex } from '../services/noteIndex';
import { applyInsertions } from './applyInsertions';

/** Lets the user pick a goal or action that the note does not mention yet, and inserts it as a task at the caret. */
export async function insertGoalCommand(activeNote: ActiveNote, index: NoteIndex): Promise<void> {
  const current = activeNote.current;
  if (current === undefined) return;
  const { open, editor } = current;
  const offset = open.document.offsetAt(editor.selection.active);
  const language = open.note.language ?? interfaceLanguage();
  const candidates = insertableGoals(open.note, offset, index.casesOf(open.document.uri), language);
  const picked = await pickOne(candidates.map(goalItem), {
    placeHolder: message(candidates.length > 0 ? 'insert.goal' : 'insert.no-goal'),
  });
  const insertion = picked === undefined ? undefined : insertGoal(open.note, offset, picked.candidate);
  if (insertion !== undefined) await applyInsertions(editor, open, [insertion]);
}

/** Lets the user pick one of the choices that a section asks for, and inserts it there. */
export async function insertChoiceCommand(activeNote: ActiveNote): Promise<void> {
  const current = activeNote.current;
  if (current === undefined) return;
  const { open, editor } = current;
  const offset = open.document.offsetAt(editor.selection.active);
  const language = open.note.language ?? interfaceLanguage();
  const asked = insertableChoices(open.note, offset);
  const items = (asked?.choices ?? []).map(choice => ({ label: titleIn(choice.title, language), choice }));
  const prompt =
    asked === undefined
      ? message('insert.no-choice')
      : message('insert.choice', { section: asked.region.section.title });
  const picked = await pickOne(items, { placeHolder: prompt });
  if (picked === undefined || asked === undefined) return;
  await applyInsertions(editor, open, [
    insertChoice(open.note, asked.region, picked.choice, offset, language),
  ]);
}

function goalItem(candidate: GoalCandidate): ListRow & { readonly candidate: GoalCandidate } {
  const label = unlessHidden(candidate.text, message('hidden.words'));
  return { label, description: render(goalDetail(candidate)), candidate };
}
