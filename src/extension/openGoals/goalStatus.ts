import type { CaseGoal } from '../../core/case/case';
import { changeTarget } from '../../core/case/newestNote';
import { goalsToCarry } from '../../core/change/carriedMention';
import { carryOver, carryWithDue } from '../../core/change/carryOver';
import { refused } from '../../core/change/change';
import { changeStatus, toggledStatus } from '../../core/change/changeStatus';
import { setDue } from '../../core/change/setDue';
import { message } from '../../core/message';
import type { GoalStatus } from '../../core/note/goalMention';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { confirm } from '../services/dialogs';
import { nameShown } from '../services/hiddenWords';
import type { NoteIndex } from '../services/noteIndex';
import { changedMeanwhile, type Outcome, tellRefusal, writeNote } from '../writing/writeNote';
import type { GoalRow } from './goalElements';
import { goalLabel } from './goalItem';
import { type GoalTarget, goalNow, goalOfRow } from './goalTarget';

/** What is to become of a goal: another status, or another due date (ISO). */
type GoalChange = { readonly status: GoalStatus } | { readonly due: string };

/**
 * Changes a goal without rewriting the past: it is written to the mention in the newest note of the case. Where that
 * note has none, the goal is carried into it first, after a confirmation that names the file.
 */
export async function changeGoalIn(
  target: GoalTarget,
  wanted: GoalChange,
  index: NoteIndex,
): Promise<Outcome> {
  const { root, case: ofCase, goal } = target;
  const place = changeTarget(ofCase, goal);
  if (place.kind === 'refused') return { ...place, newNoteFor: { root, case: ofCase } };
  const { path } = place.note;
  if (place.kind === 'carry') {
    if (!(await confirmCarrying(goal, path))) return { kind: 'cancelled' };
    const now = goalNow(target, index);
    const placeNow = now && changeTarget(now.case, now.goal);
    if (placeNow?.kind !== 'carry' || placeNow.note.path !== path) return changedMeanwhile;
    return carryInto(target, path, wanted, index);
  }
  return writeNote(root, path, index, note =>
    'due' in wanted
      ? setDue(note, place.mention.said, wanted.due, goal.status)
      : changeStatus(note, place.mention.said, wanted.status),
  );
}

/**
 * Ticks the goal of a row, or opens it again; not where it no longer stands as the row shows it. Returns why nothing
 * was written, if that is for the view to say.
 */
export async function tickGoal(row: GoalRow, index: NoteIndex): Promise<string | undefined> {
  await index.whenRead();
  const target = goalOfRow(row, index);
  const { status } = row.entry.goal;
  if (target?.goal.status !== status) return render(message('goal.change-refused.gone'));
  const outcome = await changeGoalIn(target, { status: toggledStatus(status) }, index);
  if (outcome.kind !== 'refused') return undefined;
  if (outcome.newNoteFor === undefined) return render(outcome.reason);
  tellRefusal(outcome);
  return undefined;
}

/** Carries a goal into the note at `path`, changed if that is wanted. */
export async function carryInto(
  { root, case: ofCase, goal }: GoalTarget,
  path: string,
  wanted: GoalChange | undefined,
  index: NoteIndex,
): Promise<Outcome> {
  let hasPlace = true;
  const known = goalsToCarry([ofCase], each => each.key === goal.key && each.kind === goal.kind);
  const outcome = await writeNote(root, path, index, note => {
    const language = note.language ?? interfaceLanguage();
    const change =
      wanted !== undefined && 'due' in wanted
        ? carryWithDue(note, known, wanted.due, language)
        : carryOver(note, known, { language, status: wanted?.status });
    hasPlace = change.carried.length > 0;
    return hasPlace ? change : refused(message('goal.carry-refused', { file: nameShown(path, 'file') }));
  });
  if (hasPlace || outcome.kind !== 'refused') return outcome;
  return { ...outcome, newNoteFor: { root, case: ofCase } };
}

function confirmCarrying(goal: CaseGoal, file: string): Promise<boolean> {
  return confirm({
    question: message('goal.carry.confirm', { file: nameShown(file, 'file') }),
    detail: goalLabel(goal),
    button: message('goal.carry.confirm-button'),
  });
}
