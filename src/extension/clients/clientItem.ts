import * as vscode from 'vscode';
import { openCount } from '../../core/case/caseFacts';
import type { CaseNote } from '../../core/case/caseNote';
import { noClient } from '../../core/case/clientKey';
import { decisionTitles, recordedTitles } from '../../core/case/noteFacts';
import { valueMeaning } from '../../core/describe/fieldMeaning';
import { sessionCount } from '../../core/describe/goalFacts';
import { type Message, message, titleIn } from '../../core/message';
import { daysBetween } from '../../core/note/dates';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { sessionLabel } from '../openGoals/goalItem';
import { caseContext, rootName } from '../services/caseLabels';
import { clientTitle } from '../services/clientRegister';
import { nameShown } from '../services/hiddenWords';
import type { Root } from '../services/roots';
import { today } from '../services/tools/today';
import { type SessionRow, type ShownClient, type UnfinishedRow, unfinishedGroup } from './clientElements';

const { Collapsed, None } = vscode.TreeItemCollapsibleState;

/** The row of a client: sessions, open goals, whether the case is closed; with several folders, which one. */
export function clientItem({ row, found }: ShownClient, severalRoots: boolean): vscode.TreeItem {
  const { root, case: ofCase } = found;
  const label = clientTitle(ofCase);
  const item = new vscode.TreeItem(label, Collapsed);
  item.id = row.id;
  item.contextValue = caseContext(ofCase);
  item.iconPath = ofCase.closed
    ? new vscode.ThemeIcon('archive', new vscode.ThemeColor('disabledForeground'))
    : new vscode.ThemeIcon('account');
  const details = [
    render(sessionCount(ofCase.sessions)),
    render(message('goals.count-open', { count: openCount(ofCase) })),
  ];
  if (ofCase.closed) details.push(render(message('goals.closed-case')));
  if (severalRoots) details.push(rootName(root));
  return described(item, label, details);
}

/** The row of a note of a client: its session, date, what it is if not an ordinary session, stages, decision. */
export function sessionItem(
  { id, note, root, ofCase }: SessionRow,
  uri: vscode.Uri | undefined,
): vscode.TreeItem {
  const label = sessionLabel(note);
  const item = new vscode.TreeItem(label, None);
  item.id = id;
  const draft = note.draft ? '-draft' : '';
  item.contextValue = `session${draft}${ofCase?.client === noClient ? '-no-client' : ''}`;
  item.iconPath = new vscode.ThemeIcon(noteIcon(note));
  const date = note.date === undefined || note.date === label ? [] : [note.date];
  const words = [...date, ...noteDetails(note, root)];
  return opens(described(item, label, words, note.path), uri);
}

function noteDetails(note: CaseNote, root: Root): readonly string[] {
  const titles = (of: typeof recordedTitles) =>
    of(note, root.protocols).map(title => titleIn(title, interfaceLanguage()));
  const closed = note.closed && valueMeaning('closed', note.closed);
  return [
    ...visitMessages(note).map(render),
    titles(recordedTitles).join(', '),
    titles(decisionTitles).join(', '),
    closed === undefined ? '' : render(closed),
    note.draft ? render(message('visit.draft')) : '',
  ].filter(text => text !== '');
}

function visitMessages({ kind, attendance, contact }: CaseNote): readonly Message[] {
  if (kind === 'transcript') return [message('clients.transcript')];
  if (kind === 'process') return [message('clients.process')];
  if (attendance !== 'attended') return [message(`visit.attendance.${attendance}`)];
  return contact === undefined ? [] : [message(`visit.contact.${contact}`)];
}

function noteIcon({ kind, attendance, contact, draft }: CaseNote): string {
  if (kind === 'transcript') return 'comment-discussion';
  if (kind === 'process') return 'lock';
  if (attendance !== 'attended') return 'circle-slash';
  if (draft) return 'edit';
  return contact === undefined ? 'note' : 'organization';
}

/** The row above the notes that are not finished, with how many there are. */
export function unfinishedGroupItem(count: number): vscode.TreeItem {
  const label = render(message('clients.unfinished'));
  const item = new vscode.TreeItem(label, Collapsed);
  item.id = unfinishedGroup.id;
  item.contextValue = 'unfinished-group';
  item.iconPath = new vscode.ThemeIcon('edit');
  return described(item, label, [String(count)]);
}

/** The row of a note that is not finished: a draft, or how much is missing or empty in it. */
export function unfinishedItem({ id, uri, note, gaps }: UnfinishedRow): vscode.TreeItem {
  const named = note.clients
    .filter(Boolean)
    .map(each => nameShown(each, 'client'))
    .join(', ');
  const label = `${named || render(message('goals.no-client'))} · ${sessionLabel(note)}`;
  const item = new vscode.TreeItem(label, None);
  item.id = id;
  item.contextValue = 'unfinished';
  item.iconPath = new vscode.ThemeIcon(note.draft ? 'edit' : 'circle-large-outline');
  const details = [
    ageWords(note),
    note.draft ? render(message('visit.draft')) : '',
    gaps === 0 ? '' : render(message('clients.gaps', { count: gaps })),
  ].filter(text => text !== '');
  return opens(described(item, label, details, note.path), uri);
}

/** How long a note has waited: the days since its session; empty on the day itself and where it has no date. */
function ageWords({ date }: CaseNote): string {
  const days = date === undefined ? 0 : daysBetween(date, today());
  if (days < 1) return '';
  return render(days === 1 ? message('clients.age-1') : message('clients.age', { days }));
}

function described(
  item: vscode.TreeItem,
  label: string,
  details: readonly string[],
  ...more: readonly string[]
): vscode.TreeItem {
  item.description = details.join(' · ');
  item.tooltip = [label, ...details, ...more].join('\n');
  item.accessibilityInformation = { label: [label, ...details].join(', ') };
  return item;
}

function opens(item: vscode.TreeItem, uri: vscode.Uri | undefined): vscode.TreeItem {
  if (uri !== undefined) item.command = { command: 'vscode.open', title: '', arguments: [uri] };
  return item;
}
