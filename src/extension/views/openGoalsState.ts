import * as vscode from 'vscode';
import type { GoalGrouping, GoalView } from '../../core/case/goalGroups';
import { Owner } from '../owner';
import { affects, counselorSetting, staleAfterSetting } from '../settings';
import { today } from '../today';

/** How *Open Goals* is grouped and filtered. */
interface Choices {
  readonly grouping: GoalGrouping;
  readonly mine: boolean;
  readonly overdue: boolean;
  readonly closed: boolean;
}

const storageKey = 'openGoals';
const initial: Choices = { grouping: 'client', mine: false, overdue: false, closed: false };

/** The grouping and filter of *Open Goals*: kept per workspace, mirrored in context keys for the menus. */
export class OpenGoalsState extends Owner {
  readonly #changed = this.own(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  readonly #memento: vscode.Memento;
  #choices: Choices;

  constructor(memento: vscode.Memento) {
    super();
    this.#memento = memento;
    this.#choices = { ...initial, ...memento.get<Partial<Choices>>(storageKey) };
    this.#mirror();
    this.own(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (affects(event, 'goals')) this.#changed.fire();
      }),
    );
  }

  get choices(): Choices {
    return this.#choices;
  }

  /** What the tree is to show now. */
  view(): GoalView {
    const { grouping, mine, overdue, closed } = this.#choices;
    const counselor = counselorSetting();
    const filter = {
      counselor: mine && counselor !== '' ? counselor : undefined,
      overdueOnly: overdue,
      includeClosed: closed,
    };
    return { grouping, filter, today: today(), staleAfter: staleAfterSetting() };
  }

  change(part: Partial<Choices>): void {
    this.#choices = { ...this.#choices, ...part };
    this.#mirror();
    // Only how the view looks is stored, nothing of the notes.
    void this.#memento.update(storageKey, this.#choices);
    this.#changed.fire();
  }

  #mirror(): void {
    const set = (key: string, value: unknown) => vscode.commands.executeCommand('setContext', key, value);
    void set('sessionNotes.groupBy', this.#choices.grouping);
    void set('sessionNotes.filter.mine', this.#choices.mine);
    void set('sessionNotes.filter.overdue', this.#choices.overdue);
    void set('sessionNotes.filter.closed', this.#choices.closed);
  }
}
