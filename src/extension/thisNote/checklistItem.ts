import * as vscode from 'vscode';
import type { HeadingState } from '../../core/describe/noteChecklist';
import { message, titleIn } from '../../core/message';
import { plainText } from '../../core/text/plainText';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { type ChecklistRow, goToStageCommand } from './checklistRow';

const icons: Readonly<Record<HeadingState, { readonly icon: string; readonly colour: string | undefined }>> =
  {
    present: { icon: 'check', colour: 'testing.iconPassed' },
    partly: { icon: 'color-mode', colour: undefined },
    empty: { icon: 'circle-large-outline', colour: undefined },
    missing: { icon: 'close', colour: 'list.errorForeground' },
    'not-addressed': { icon: 'dash', colour: undefined },
  };

/** A row of *This Note* as the tree shows it. */
export function checklistItem(row: ChecklistRow): vscode.TreeItem {
  const { state, required } = row.entry;
  const taken = row.kind === 'stage' ? row.entry.takenHeading : undefined;
  const title = taken === undefined ? titleOf(row) : `≈ ${titleOf(row)}`;
  const item = new vscode.TreeItem(title, collapsibleState(row));
  item.id = idOf(row);
  item.contextValue = contextOf(row, taken !== undefined);
  const { icon, colour } = icons[state];
  // What is missing but not asked for is no fault: it gets no colour.
  const isShown = state !== 'missing' || required;
  item.iconPath = new vscode.ThemeIcon(
    isShown ? icon : 'circle-outline',
    isShown && colour !== undefined ? new vscode.ThemeColor(colour) : undefined,
  );
  const details = [render(message(`checklist.${state}`))];
  if (!required) details.push(render(message('checklist.optional')));
  if (taken !== undefined) details.push(render(message('checklist.taken', { heading: plainText(taken) })));
  item.description = details.join(' · ');
  item.accessibilityInformation = { label: [title, ...details].join(', ') };
  item.tooltip = [title, ...details, ...promptOf(row)].join('\n');
  item.command = { command: goToStageCommand, title: '', arguments: [row] };
  return item;
}

function contextOf({ entry }: ChecklistRow, isTaken: boolean): string {
  if (isTaken) return 'taken';
  return entry.offset === undefined ? 'missing' : entry.state;
}

function titleOf(row: ChecklistRow): string {
  const titles = row.kind === 'stage' ? row.entry.stage.title : row.entry.section.title;
  return titleIn(titles, row.open.note.language ?? interfaceLanguage());
}

function promptOf(row: ChecklistRow): readonly string[] {
  const { prompt } = row.kind === 'stage' ? row.entry.stage : row.entry.section;
  return prompt === undefined ? [] : [titleIn(prompt, row.open.note.language ?? interfaceLanguage())];
}

function idOf(row: ChecklistRow): string {
  const note = row.open.document.uri.toString();
  if (row.kind === 'stage') return `${note}\n${row.entry.protocol}\n${row.entry.stage.id}`;
  return `${note}\n${row.stage.protocol}\n${row.stage.stage.id}\n${row.entry.section.id}`;
}

function collapsibleState(row: ChecklistRow): vscode.TreeItemCollapsibleState {
  if (row.kind === 'section' || row.entry.sections.length === 0) return vscode.TreeItemCollapsibleState.None;
  const { state, required } = row.entry;
  const isUnasked = state === 'missing' && !required;
  return isUnasked ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded;
}
