import * as vscode from 'vscode';
import { isOpen } from '../../core/case/case';
import { countOverdue, KnownEntries } from '../../core/case/openGoals';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { onDidChangeRegister } from '../services/clientRegister';
import { aboveRows } from '../services/dialogs';
import { onDidHideWords } from '../services/hiddenWords';
import { changesLists } from '../services/indexChange';
import type { UnfinishedNote } from '../services/indexedFiles';
import type { InterfaceLanguageService } from '../services/interfaceLanguage';
import { keepTitle } from '../services/keepTitle';
import type { NoteIndex } from '../services/noteIndex';
import { setContext } from '../services/tools/contextKeys';
import { Debouncer } from '../services/tools/debouncer';
import { DisposableStore } from '../services/tools/disposableStore';
import { type Trace, traceDrawn } from '../services/trace';
import { unfinishedOf } from '../services/unfinishedNotes';
import {
  childElements,
  type GoalElement,
  type GoalRow,
  type GroupElement,
  topElements,
} from './goalElements';
import type { goalItem } from './goalItem';
import { type OpenGoalsState, standingMessage } from './openGoalsState';

/** How long, in milliseconds, changes are gathered before the tree is drawn anew. */
const drawingPause = 100;

/** How many clients, stages or dues start unfolded at most: thousands of rows show nobody anything. */
const mostUnfolded = 20;

/** The *Open Goals* tree: which goals and actions remain open, per client, across all notes. */
export class OpenGoalsView extends DisposableStore implements vscode.TreeDataProvider<GoalElement> {
  static readonly id = 'sessionNotes.openGoals';

  readonly #drawn = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.#drawn.event;
  readonly #index: NoteIndex;
  readonly #state: OpenGoalsState;
  readonly #trace: Trace;
  readonly #tree: vscode.TreeView<GoalElement>;
  readonly #drawing = this.register(new Debouncer<'tree'>(drawingPause, () => this.#draw()));
  readonly #entries = new KnownEntries();
  #top: readonly GroupElement[] | undefined;
  #severalRoots: boolean | undefined;
  #drawer: Promise<typeof goalItem> | undefined;

  constructor(
    index: NoteIndex,
    state: OpenGoalsState,
    language: InterfaceLanguageService,
    onTick: (row: GoalRow) => Promise<string | undefined>,
    trace: Trace,
  ) {
    super();
    this.#index = index;
    this.#state = state;
    this.#trace = trace;
    this.#tree = this.register(
      vscode.window.createTreeView(OpenGoalsView.id, {
        treeDataProvider: this,
        showCollapseAll: true,
        manageCheckboxStateManually: true,
      }),
    );
    this.register(keepTitle(this.#tree, 'view.open-goals', language));
    this.register(
      index.onDidChange(change => {
        if (changesLists(change)) this.#drawing.touch('tree');
      }),
    );
    this.register(index.onDidReadSome(() => this.#drawSome()));
    this.register(state.onDidChange(() => this.#draw()));
    this.register(language.onDidChange(() => this.#draw()));
    this.register(onDidHideWords(() => this.#draw()));
    this.register(onDidChangeRegister(() => this.#draw()));
    this.register(this.#tree.onDidChangeCheckboxState(event => void this.#ticked(event, onTick)));
    this.#draw();
  }

  async getTreeItem(element: GoalElement): Promise<vscode.TreeItem> {
    // Asked of each row: what importing or counting costs is paid once.
    this.#drawer ??= import('../shown').then(({ goalItem }) => goalItem);
    const facts = { severalRoots: this.#hasSeveralRoots(), isLong: this.#rows().length > mostUnfolded };
    return (await this.#drawer)(element, facts);
  }

  getChildren(element?: GoalElement): GoalElement[] {
    return [...(element === undefined ? this.#rows() : childElements(element))];
  }

  getParent(element: GoalElement): GoalElement | undefined {
    return element.parent;
  }

  /** Shows where the active note's client, or what it mentions, stands in the tree. */
  async reveal(activeNote: ActiveNote): Promise<void> {
    const open = activeNote.current?.open;
    if (open === undefined) return;
    const keys = new Set(this.#index.casesOf(open.document.uri).map(found => found.key));
    const concerns = (row: GoalElement): boolean =>
      (row.kind === 'group' && row.group.kind === 'client' && keys.has(row.group.key)) ||
      (row.kind === 'goal' && keys.has(row.entry.case.key));
    const rows = this.#rows().filter(row => row.root.key === open.root.key);
    const found = rows.find(concerns) ?? rows.flatMap(childElements).find(concerns);
    if (found === undefined) this.#say(render(message('goals.not-in-view')));
    else await this.#tree.reveal(found, { select: true, focus: true, expand: true });
  }

  /** Every goal row that is shown, in order, for finding one by its words. */
  goalRows(): readonly GoalRow[] {
    const below = (row: GoalElement): readonly GoalRow[] =>
      row.kind === 'goal' ? [row] : childElements(row).flatMap(below);
    return this.#rows().flatMap(below);
  }

  /** The row of the goal that is selected alone. */
  selectedGoal(): GoalRow | undefined {
    const [row, ...others] = this.#tree.selection;
    return row?.kind === 'goal' && others.length === 0 ? row : undefined;
  }

  #rows(): readonly GroupElement[] {
    this.#top ??= this.#rowsOfNow();
    return this.#top;
  }

  #rowsOfNow(): readonly GroupElement[] {
    return topElements(this.#index.cases(), this.#state.view(), this.#entries);
  }

  #hasSeveralRoots(): boolean {
    this.#severalRoots ??= new Set(this.#rows().map(row => row.root)).size > 1;
    return this.#severalRoots;
  }

  /** While the notes are read: where the rows are few they may be unfolded, and come at once when all are known. */
  #drawSome(): void {
    const rows = this.#tree.visible ? this.#rowsOfNow() : [];
    if (rows.length > mostUnfolded) this.#draw(rows);
  }

  #draw(rows?: readonly GroupElement[]): void {
    this.#top = rows;
    this.#severalRoots = undefined;
    setContext('sessionNotes.closedLeftOut', this.#leavesClosedOut());
    this.#say(standingMessage(this.#index));
    this.#tree.description = this.#description();
    // As long as notes are read, the number would grow and grow.
    if (this.#index.state !== 'indexing') this.#tree.badge = this.#badge();
    this.#drawn.fire(undefined);
    traceDrawn(this.#trace, 'Open Goals');
  }

  /** Whether a case that is closed has open goals, which are not listed. */
  #leavesClosedOut(): boolean {
    if (this.#state.choices.closed) return false;
    return this.#index
      .cases()
      .some(({ case: { closed, goals } }) => closed && goals.some(({ status }) => isOpen(status)));
  }

  /** What burns: what is late, and the notes of past days that nobody finished. */
  #badge(): vscode.ViewBadge | undefined {
    const { filter, today, staleAfter } = this.#state.view();
    const cases = this.#index.cases().map(found => found.case);
    const late = countOverdue(cases, filter, today, staleAfter, this.#entries);
    const past = ({ note }: UnfinishedNote): boolean => note.date !== undefined && note.date < today;
    const unfinished = unfinishedOf(this.#index, filter.counselor).filter(past).length;
    if (late + unfinished === 0) return undefined;
    return { value: late + unfinished, tooltip: render(message('goals.badge', { late, unfinished })) };
  }

  #description(): string {
    const { overdue, closed } = this.#state.choices;
    const parts = [
      this.#state.mineDescription(),
      overdue ? render(message('goals.filter.overdue')) : '',
      closed ? render(message('goals.filter.closed')) : '',
    ];
    return parts.filter(part => part !== '').join(' · ');
  }

  async #ticked(
    event: vscode.TreeCheckboxChangeEvent<GoalElement>,
    onTick: (row: GoalRow) => Promise<string | undefined>,
  ): Promise<void> {
    for (const [row] of event.items) {
      if (row.kind !== 'goal') continue;
      const refusal = await onTick(row);
      // The box follows the files: a refused tick is taken back by drawing what they say.
      this.#draw();
      if (refusal !== undefined) this.#say(refusal);
    }
  }

  /** Shows a message above the rows, or none. */
  #say(text: string | undefined): void {
    this.#tree.message = aboveRows(text ?? '');
  }
}
