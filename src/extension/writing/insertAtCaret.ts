import { insertableChoices } from '../../core/change/choiceCandidates';
import { lineWithoutComments } from '../../core/change/goalSource';
import { insertChoice } from '../../core/change/insertChoice';
import { type GoalToInsert, insertGoal } from '../../core/change/insertGoal';
import { type GoalCandidate, insertableGoals } from '../../core/complete/goalCandidates';
import { goalDetail } from '../../core/complete/goalOffers';
import { message, titleIn } from '../../core/message';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { type ListRow, pickFrom, pickOne } from '../services/dialogs';
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
  const rows = candidates.map(goalItem);
  const picked = await pickFrom(rows, {
    placeHolder: message(candidates.length > 0 ? 'insert.goal' : 'insert.no-goal'),
    rowsFor: typed => (typed === '' ? rows : [...rows, newGoalItem(typed)]),
    typedRow: typed => (typed === '' ? undefined : newGoalItem(typed)),
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

interface GoalRow extends ListRow {
  readonly candidate: GoalToInsert;
}

/** What is typed, as a goal that nobody has yet. */
function newGoalItem(typed: string): GoalRow {
  const candidate = { text: lineWithoutComments(typed), marker: ' ', id: undefined, client: undefined };
  return { label: typed, description: render(message('insert.new-goal')), alwaysShow: true, candidate };
}

function goalItem(candidate: GoalCandidate): GoalRow {
  const label = unlessHidden(candidate.text, message('hidden.words'));
  return { label, description: render(goalDetail(candidate)), candidate };
}
