import * as vscode from 'vscode';
import type { Mention } from '../../core/case/case';
import { goalHistory } from '../../core/case/goalHistory';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { clientLabel } from '../services/caseLabels';
import { type ListRow, pickOne } from '../services/dialogs';
import type { NoteIndex } from '../services/noteIndex';
import type { GoalElement, GoalRow } from './goalElements';
import { goalLabel, stageTitle } from './goalItem';
import { goalOfRow } from './goalTarget';

/** Opens the note of a mention, or of a goal's latest one, with the caret at its text. */
export async function goToGoal(row: GoalElement, index: NoteIndex): Promise<void> {
  const found = mentionNow(row, index);
  if (found === undefined) return;
  const uri = index.uriOf(row.root, found.note.path);
  if (uri === undefined) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const position = document.positionAt(found.mention.place.start);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}

/** The mention that a row shows, where it stands now: the rows stay as they are when only their places move. */
function mentionNow(row: GoalElement, index: NoteIndex): Mention | undefined {
  const now = goalOfRow(row, index);
  if (now === undefined || row.kind !== 'mention') return now?.goal.mentions.at(-1);
  return goalHistory(now.case, now.goal)[row.position];
}

/** Lets the user pick one of the goals, those of *Open Goals*, by typing, and opens it. */
export async function findGoal(goals: readonly GoalRow[], index: NoteIndex): Promise<void> {
  const rows = goals.filter(row => row.entry.goal.mentions.length > 0);
  const picked = await pickOne(rows.map(goalPick), {
    placeHolder: message('goals.find.placeholder'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked !== undefined) await goToGoal(picked.row, index);
}

function goalPick(row: GoalRow): ListRow & { readonly row: GoalRow } {
  const { goal } = row.entry;
  return {
    label: goalLabel(goal),
    description: clientLabel(row.entry.case),
    detail: `${stageTitle(row.root, goal.protocol, goal.stage)} · ${render(message(`goal-status.${goal.status}`))}`,
    row,
  };
}
