import * as vscode from 'vscode';
import { noteChecklist } from '../../core/describe/noteChecklist';
import { type Message, message, titleIn } from '../../core/message';
import { readingsOf } from '../../core/note/readings';
import { interfaceLanguage } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { aboveRows } from '../services/dialogs';
import { onDidHideWords, unlessHidden } from '../services/hiddenWords';
import type { InterfaceLanguageService } from '../services/interfaceLanguage';
import { keepTitle } from '../services/keepTitle';
import type { OpenNote } from '../services/openNotes';
import { DisposableStore } from '../services/tools/disposableStore';
import { type Trace, traceDrawn } from '../services/trace';
import type { ChecklistRow } from './checklistRow';

/** The *This Note* tree: which stages and sections the active note has, which are empty, which are missing. */
export class ThisNoteView extends DisposableStore implements vscode.TreeDataProvider<ChecklistRow> {
  static readonly id = 'sessionNotes.thisNote';

  readonly #drawn = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.#drawn.event;
  readonly #activeNote: ActiveNote;
  readonly #trace: Trace;
  readonly #tree: vscode.TreeView<ChecklistRow>;
  /** The version of a note that is drawn. */
  #shown: OpenNote | undefined;

  constructor(activeNote: ActiveNote, language: InterfaceLanguageService, trace: Trace) {
    super();
    this.#activeNote = activeNote;
    this.#trace = trace;
    this.#tree = this.register(
      vscode.window.createTreeView(ThisNoteView.id, { treeDataProvider: this, showCollapseAll: true }),
    );
    this.register(keepTitle(this.#tree, 'view.this-note', language));
    this.register(
      activeNote.onDidChange(() => {
        if (activeNote.current?.open !== this.#shown) this.#draw();
      }),
    );
    this.register(language.onDidChange(() => this.#draw()));
    this.register(onDidHideWords(() => this.#draw()));
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

  async getTreeItem(row: ChecklistRow): Promise<vscode.TreeItem> {
    const { checklistItem } = await import('../shown');
    return checklistItem(row);
  }

  #draw(): void {
    this.#shown = this.#activeNote.current?.open;
    const readings = this.#shown === undefined ? [] : readingsOf(this.#shown.note);
    this.#tree.description = readings
      .flatMap(({ protocol }) => protocol?.protocol ?? [])
      .map(({ title }) => titleIn(title, interfaceLanguage()))
      .join(' + ');
    const unknown = readings.find(({ protocol }) => protocol === undefined);
    this.#tree.message = aboveRows(unknown === undefined ? '' : unknownProtocol(unknown.protocolId));
    this.#drawn.fire(undefined);
    traceDrawn(this.#trace, 'This Note');
  }
}

function unknownProtocol(id: string): Message {
  return message('checklist.unknown-protocol', { protocol: unlessHidden(id, message('hidden.words')) });
}
