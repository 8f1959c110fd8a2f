import { type ChangeTarget, changeTarget } from '../../core/case/newestNote';
import { protocolFor } from '../../core/config/notePaths';
import { changeStatus, toggledStatus } from '../../core/goal/changeStatus';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import type { NoteIndex } from '../noteIndex';
import { writeNote } from '../noteWriter';
import type { GoalRow } from '../views/goalElements';

/**
 * Writes a tick of a goal to its mention in the newest note of the case; earlier notes are never rewritten. Returns
 * why nothing was written, if nothing was.
 */
export async function tickGoal(row: GoalRow, index: NoteIndex): Promise<string | undefined> {
  const { root, entry } = row;
  const target = targetOf(row, index);
  if (target.kind === 'refused') return render(target.reason);
  const uri = index.uriOf(root, target.note.path);
  if (uri === undefined) return render(message('goal.change-refused.gone'));
  const { mention } = target;
  const { status } = entry.goal;
  const wanted = toggledStatus(status === 'not-started' ? undefined : status);
  const context = { defaultProtocol: protocolFor(target.note.path, root.config) };
  const writing = await writeNote(uri, text => {
    const change = changeStatus(text, root.protocols, context, mention, wanted);
    if (change.kind === 'refused') return change;
    return { kind: 'edits', edits: change.kind === 'edit' ? [change.edit] : [] };
  });
  return writing.kind === 'refused' ? render(writing.reason) : undefined;
}

/** The mention that the row shows, if changes of its goal still go there: notes may have come since it was drawn. */
function targetOf({ root, entry }: GoalRow, index: NoteIndex): ChangeTarget {
  const shown = changeTarget(entry.case, entry.goal);
  const ofCase = index.cases().find(now => now.root.key === root.key && now.case.key === entry.case.key);
  const goal = ofCase?.case.goals.find(({ key }) => key === entry.goal.key);
  const gone = { kind: 'refused', reason: message('goal.change-refused.gone') } as const;
  if (shown.kind === 'refused') return shown;
  if (ofCase === undefined || goal === undefined) return gone;
  const target = changeTarget(ofCase.case, goal);
  if (target.kind === 'refused') return target;
  return target.note.path === shown.note.path ? shown : gone;
}
