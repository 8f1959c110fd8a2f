import * as vscode from 'vscode';
import {
  type HeadingState,
  noteChecklist,
  type SectionEntry,
  type StageEntry,
} from '../../core/describe/noteChecklist';
import { message, titleIn } from '../../core/message';
import { readingsOf } from '../../core/note/readings';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { ActiveNote } from '../activeNote';
import type { InterfaceLanguageService } from '../interfaceLanguage';
import type { OpenNote } from '../openNotes';
import { Owner } from '../owner';

/** A row of *This Note*: a stage, or a section of one. */
export type ChecklistRow =
  | { readonly kind: 'stage'; readonly open: OpenNote; readonly entry: StageEntry }
  | {
      readonly kind: 'section';
      readonly open: OpenNote;
      readonly entry: SectionEntry;
      readonly stage: StageEntry;
    };

/** The command that a click on a row runs; its argument is the row. */
export const goToStageCommand = 'sessionNotes.goToStage';
export const insertFromChecklistCommand = 'sessionNotes.insertFromChecklist';

const icons: Readonly<Record<HeadingState, { readonly icon: string; readonly colour: string | undefined }>> =
  {
    present: { icon: 'check', colour: 'testing.iconPassed' },
    empty: { icon: 'circle-large-outline', colour: undefined },
    missing: { icon: 'close', colour: 'list.errorForeground' },
    'not-addressed': { icon: 'dash', colour: undefined },
  };

/** The *This Note* tree: which stages and sections the active note has, which are empty, which are missing. */
export class ThisNoteView extends Owner implements vscode.TreeDataProvider<ChecklistRow> {
  static readonly id = 'sessionNotes.thisNote';

  readonly #drawn = this.own(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.#drawn.event;
  readonly #activeNote: ActiveNote;
  readonly #tree: vscode.TreeView<ChecklistRow>;

  constructor(activeNote: ActiveNote, language: InterfaceLanguageService) {
    super();
    this.#activeNote = activeNote;
    this.#tree = this.own(
      vscode.window.createTreeView(ThisNoteView.id, { treeDataProvider: this, showCollapseAll: true }),
    );
    this.own(activeNote.onDidChange(() => this.#draw()));
    this.own(language.onDidChange(() => this.#draw()));
    this.#draw();
  }

  getChildren(row?: ChecklistRow): ChecklistRow[] {
    if (row?.kind === 'section') return [];
    if (row !== undefined) {
      return row.entry.sections.map(entry => ({ kind: 'section', open: row.open, entry, stage: row.entry }));
    }
    const open = this.#activeNote.current?.open;
    return open === undefined ? [] : noteChecklist(open.note).map(entry => ({ kind: 'stage', open, entry }));
  }

  getParent(row: ChecklistRow): ChecklistRow | undefined {
    return row.kind === 'section' ? { kind: 'stage', open: row.open, entry: row.stage } : undefined;
  }

  getTreeItem(row: ChecklistRow): vscode.TreeItem {
    const { state, required } = row.entry;
    const title = titleOf(row);
    const item = new vscode.TreeItem(title, collapsibleState(row));
    item.id = idOf(row);
    item.contextValue = row.entry.offset === undefined ? 'missing' : state;
    const { icon, colour } = icons[state];
    // What is missing but not asked for is no fault: it gets no colour.
    const isShown = state !== 'missing' || required;
    item.iconPath = new vscode.ThemeIcon(
      isShown ? icon : 'circle-outline',
      isShown && colour !== undefined ? new vscode.ThemeColor(colour) : undefined,
    );
    const details = [render(message(`checklist.${state}`))];
    if (!required) details.push(render(message('checklist.optional')));
    item.description = details.join(' · ');
    item.accessibilityInformation = { label: [title, ...details].join(', ') };
    item.tooltip = [title, ...details].join('\n');
    item.command = { command: goToStageCommand, title: '', arguments: [row] };
    return item;
  }

  #draw(): void {
    const note = this.#activeNote.current?.open.note;
    const readings = note === undefined ? [] : readingsOf(note);
    this.#tree.description = readings
      .flatMap(({ protocol }) => protocol?.protocol ?? [])
      .map(({ title }) => titleIn(title, interfaceLanguage()))
      .join(' + ');
    const unknown = readings.find(({ protocol }) => protocol === undefined);
    this.#tree.message =
      unknown === undefined
        ? ''
        : render(message('checklist.unknown-protocol', { protocol: unknown.protocolId }));
    this.#drawn.fire(undefined);
  }
}

function titleOf(row: ChecklistRow): string {
  const titles = row.kind === 'stage' ? row.entry.stage.title : row.entry.section.title;
  return titleIn(titles, row.open.note.language ?? interfaceLanguage());
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
