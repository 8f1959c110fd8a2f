import * as vscode from 'vscode';
import { noClient } from '../../core/case/clientKey';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import type { ActiveNote } from '../activeNote';
import type { NoteIndex, RootCase } from '../noteIndex';
import type { GoalElement } from '../views/goalElements';

/** The case of a row of *Open Goals*, else that of the active note; where neither tells one, the user picks it. */
export async function pickCase(
  row: GoalElement | undefined,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<RootCase | undefined> {
  const ofRow = row === undefined ? undefined : caseOfRow(row);
  if (ofRow !== undefined) return ofRow;
  const open = activeNote.current?.open;
  const ofNote =
    open === undefined
      ? []
      : index.casesOf(open.document.uri).map(found => ({ root: open.root, case: found }));
  const [first, ...others] = ofNote;
  if (first !== undefined && others.length === 0) return first;
  return pickOne(first === undefined ? index.cases() : ofNote);
}

function caseOfRow(row: GoalElement): RootCase | undefined {
  if (row.kind === 'goal') return { root: row.root, case: row.entry.case };
  if (row.kind === 'mention') return caseOfRow(row.parent);
  return row.group.kind === 'client' ? { root: row.root, case: row.group.case } : undefined;
}

async function pickOne(cases: readonly RootCase[]): Promise<RootCase | undefined> {
  const items = cases.map(found => ({
    label: found.case.key === noClient ? render(message('goals.no-client')) : found.case.client,
    description: render(message('brief.sessions', { count: found.case.sessions })),
    found,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: render(message('cases.pick')),
    matchOnDescription: true,
  });
  return picked?.found;
}
