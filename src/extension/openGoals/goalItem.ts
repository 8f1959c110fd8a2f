import * as vscode from 'vscode';
import { type CaseGoal, type CaseGoalStatus, isOpen } from '../../core/case/case';
import type { CaseNote } from '../../core/case/caseNote';
import { newestNote } from '../../core/case/newestNote';
import { type GoalEntry, type Pressure, processProgress } from '../../core/case/openGoals';
import { ageMessage, dueMessage } from '../../core/describe/goalFacts';
import { type Message, message, titleIn } from '../../core/message';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { shortDay } from '../../l10n/days';
import { caseContext, clientLabel, rootName } from '../services/caseLabels';
import { clientTitle } from '../services/clientRegister';
import { areWordsHidden, wordsShown } from '../services/hiddenWords';
import type { Root } from '../services/roots';
import { today } from '../services/tools/today';
import {
  type GoalElement,
  type GoalRow,
  type GroupElement,
  goToGoalCommand,
  type MentionRow,
} from './goalElements';

const icons: Readonly<Record<CaseGoalStatus, string>> = {
  open: 'circle-large-outline',
  'in-progress': 'play-circle',
  'on-hold': 'debug-pause',
  achieved: 'pass',
  dropped: 'circle-slash',
  'not-started': 'circle-outline',
};

const pressureColours: Readonly<Record<Pressure, string>> = {
  overdue: 'sessionNotes.overdueDate',
  'due-soon': 'sessionNotes.dueSoon',
  stale: 'sessionNotes.staleGoal',
};

/** What of the whole tree its rows depend on. */
interface TreeFacts {
  /** Whether clients of several folders stand in one list, so that each row says which. */
  readonly severalRoots: boolean;
  /** Whether it has so many rows at the top that they start folded. */
  readonly isLong: boolean;
}

/** The tree item of a row. */
export function goalItem(element: GoalElement, { severalRoots, isLong }: TreeFacts): vscode.TreeItem {
  switch (element.kind) {
    case 'group':
      return groupItem(element, severalRoots, isLong);
    case 'goal':
      return goalRowItem(element);
    case 'mention':
      return mentionItem(element);
  }
}

function groupItem(element: GroupElement, severalRoots: boolean, isLong: boolean): vscode.TreeItem {
  const { group, root } = element;
  const isFolded = isLong && element.parent === undefined;
  const folded =
    isFolded || group.kind === 'process' || group.kind === 'not-started'
      ? vscode.TreeItemCollapsibleState.Collapsed
      : vscode.TreeItemCollapsibleState.Expanded;
  const item = new vscode.TreeItem(groupLabel(element), folded);
  item.id = element.id;
  item.contextValue = group.kind === 'client' ? caseContext(group.case) : group.kind;
  item.iconPath = new vscode.ThemeIcon(groupIcon(group.kind));
  const details = [groupCount(element)];
  if (group.kind === 'client' && group.case.closed) details.push(render(message('goals.closed-case')));
  if (severalRoots && element.parent === undefined) details.push(rootName(root));
  item.description = details.join(' · ');
  item.accessibilityInformation = { label: `${groupLabel(element)}, ${item.description}` };
  return item;
}

function groupLabel({ group, root }: GroupElement): string {
  switch (group.kind) {
    case 'client':
      return clientTitle(group.case);
    case 'stage':
      return stageTitle(root, group.protocol, group.stage);
    case 'process':
      return render(message('goals.process'));
    case 'due':
      return render(message(`goals.due.${group.due}`));
    case 'not-started':
      return render(message('goals.not-started'));
  }
}

function groupCount({ group }: GroupElement): string {
  if (group.kind === 'process') return progress(group);
  if (group.kind !== 'client') return String(group.entries.length);
  const open = render(message('goals.count-open', { count: group.open }));
  const process = processProgress(group.case);
  return process.total === 0 ? open : `${open} · ${progress(process)}`;
}

function progress({ done, total }: { readonly done: number; readonly total: number }): string {
  return render(message('goals.progress', { done, total }));
}

function groupIcon(kind: GroupElement['group']['kind']): string {
  switch (kind) {
    case 'client':
      return 'account';
    case 'stage':
      return 'layers';
    case 'due':
      return 'calendar';
    case 'process':
      return 'checklist';
    case 'not-started':
      return 'circle-outline';
  }
}

function goalRowItem(element: GoalRow): vscode.TreeItem {
  const { entry, root } = element;
  const { goal } = entry;
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const label = [...leadOf(element), goalLabel(goal)].join(' · ');
  const item = new vscode.TreeItem(label, goal.mentions.length > 0 ? Collapsed : None);
  item.id = element.id;
  item.contextValue = goal.mentions.length > 0 ? goalContext(entry) : goal.status;
  item.iconPath = new vscode.ThemeIcon(goalIcon(entry), goalColour(entry));
  item.description = goalDetails(element).join(' · ');
  const kind = render(message(`goals.kind.${goal.kind}`));
  const status = render(message(`goal-status.${goal.status}`));
  const stage = stageTitle(root, goal.protocol, goal.stage);
  item.tooltip = [label, `${kind} · ${status}`, stage, item.description].join('\n');
  item.accessibilityInformation = { label: [label, kind, status, item.description].join(', ') };
  // Only what a note mentions can be ticked there.
  if (goal.mentions.length > 0) item.checkboxState = checkbox(goal.status);
  if (goal.mentions.length > 0) item.command = goTo(element);
  return item;
}

/**
 * What menus know a goal by: its kind, its status, whether all its mentions bear its `^id`, and whether the newest note of
 * its case mentions it, so that they offer nothing that is so already.
 */
function goalContext({ goal, case: ofCase }: GoalEntry): GoalContext {
  const isSigned = goal.mentions.every(({ mention }) => mention.said.id !== undefined);
  const isCarried = goal.mentions.at(-1)?.note === newestNote(ofCase);
  return `${goal.kind}.${goal.status}.${isSigned ? 'signed' : 'unsigned'}.${isCarried ? 'newest' : 'earlier'}`;
}

/** See {@link goalContext}. */
type GoalContext = `${CaseGoal['kind']}.${CaseGoalStatus}.${'signed' | 'unsigned'}.${'newest' | 'earlier'}`;

/** What a goal is called: its words or, while they are hidden, its status and where it was mentioned last. */
export function goalLabel({ text, status, mentions }: CaseGoal): string {
  if (!areWordsHidden()) return text;
  const last = mentions.at(-1)?.note;
  const place = last === undefined ? [] : [sessionLabel(last)];
  return [render(message(`goal-status.${status}`)), ...place].join(' · ');
}

/** The box, and what a screen reader says of it: how the goal stands, and what a tick would do. */
function checkbox(status: CaseGoalStatus): NonNullable<vscode.TreeItem['checkboxState']> {
  const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
  const isUnchecked = isOpen(status);
  const words = { status: render(message(`goal-status.${status}`)) };
  const label = render(message(isUnchecked ? 'goals.box-open' : 'goals.box-done', words));
  return { state: isUnchecked ? Unchecked : Checked, tooltip: label, accessibilityInformation: { label } };
}

function goalDetails({ entry, parent }: GoalRow): readonly string[] {
  const { goal } = entry;
  const due = dueMessage(entry);
  const details: Message[] = due === undefined ? [] : [due];
  if (goal.mentions.length > 0) details.push(ageMessage(entry));
  if (goal.reopened) details.push(message('goals.reopened'));
  const client = standsAmongClients(parent) && !leads(entry, parent) ? [clientLabel(entry.case)] : [];
  return [...client, ...details.map(detail => render(detail))].filter(text => text !== '');
}

/** Whether rows of several clients stand together. */
function standsAmongClients({ group, parent }: GroupElement): boolean {
  return group.kind === 'due' || (group.kind === 'stage' && parent === undefined);
}

/** Whether the day comes first in the row, where a narrow side bar cuts off nothing of it: where it presses or sorts. */
function leads({ goal, pressure }: GoalEntry, { group }: GroupElement): boolean {
  const presses = pressure === 'overdue' || pressure === 'due-soon';
  return goal.due !== undefined && (presses || group.kind === 'due');
}

/** The day and, among several, the client before the words of a goal. */
function leadOf({ entry, parent }: GoalRow): readonly string[] {
  const { due } = entry.goal;
  if (due === undefined || !leads(entry, parent)) return [];
  const client = standsAmongClients(parent) ? [clientLabel(entry.case)] : [];
  return [shortDay(due, today()), ...client];
}

/** What stands out among what is due has an icon of its own; the status is in its words. */
function goalIcon({ goal, pressure }: GoalEntry): string {
  return pressure === 'due-soon' ? 'bell' : icons[goal.status];
}

function goalColour({ goal, pressure }: GoalEntry): vscode.ThemeColor | undefined {
  if (pressure !== undefined) return new vscode.ThemeColor(pressureColours[pressure]);
  if (goal.status === 'on-hold') return new vscode.ThemeColor('disabledForeground');
  return goal.status === 'achieved' ? new vscode.ThemeColor('testing.iconPassed') : undefined;
}

function mentionItem(element: MentionRow): vscode.TreeItem {
  const { note, status = 'open', goal } = element.mention;
  const item = new vscode.TreeItem(sessionLabel(note));
  item.id = element.id;
  item.contextValue = 'mention';
  item.iconPath = new vscode.ThemeIcon(icons[status]);
  // A goal that was changed has the words of what it was before.
  const words = goal === element.parent.entry.goal ? undefined : goal.text;
  const details = [note.date, render(message(`goal-status.${status}`)), ...wordsShown([words])];
  item.description = details.filter(Boolean).join(' · ');
  item.tooltip = note.path;
  item.accessibilityInformation = { label: `${sessionLabel(note)}, ${item.description}` };
  item.command = goTo(element);
  return item;
}

/** How a note of a case is called: its session, else its date, else its file. */
export function sessionLabel(note: CaseNote): string {
  if (note.session !== undefined) return render(message('goals.session', { session: note.session }));
  return note.date ?? note.path;
}

function goTo(element: GoalElement): vscode.Command {
  return { command: goToGoalCommand, title: '', arguments: [element] };
}

/** The title of a stage in the language of the interface; its id where its protocol is not there any more. */
export function stageTitle(root: Root, protocol: string, stage: string | undefined): string {
  if (stage === undefined) return render(message('goals.no-stage'));
  const found = root.protocols.get(protocol)?.protocol.stages.find(({ id }) => id === stage);
  return found === undefined ? stage : titleIn(found.title, interfaceLanguage());
}
