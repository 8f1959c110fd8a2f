import * as vscode from 'vscode';
import type { GoalGrouping, GoalView } from '../../core/case/goalGroups';
import { type Message, message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { isVirtual } from '../services/noteFiles';
import type { NoteIndex } from '../services/noteIndex';
import { affects, counselorSetting, staleAfterSetting } from '../services/settings';
import { setContext } from '../services/tools/contextKeys';
import { DisposableStore } from '../services/tools/disposableStore';
import { today } from '../services/tools/today';

/** How *Open Goals* and *Clients* are grouped and filtered. */
interface Choices {
  readonly grouping: GoalGrouping;
  /** Undefined until someone chooses: then only one's own cases as soon as the counselor is set. */
  readonly mine: boolean | undefined;
  readonly overdue: boolean;
  readonly closed: boolean;
}

const storageKey = 'openGoals';
const initial: Choices = { grouping: 'client', mine: undefined, overdue: false, closed: false };

/** The grouping and filter of *Open Goals*, and whose cases *Clients* shows, too: kept per workspace, mirrored in context keys for the menus. */
export class OpenGoalsState extends DisposableStore {
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  readonly #memento: vscode.Memento;
  #choices: Choices;

  constructor(memento: vscode.Memento) {
    super();
    this.#memento = memento;
    this.#choices = { ...initial, ...memento.get<Partial<Choices>>(storageKey) };
    this.#mirror();
    this.register(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (!affects(event, 'counselor', 'goals')) return;
        this.#mirror();
        this.#changed.fire();
      }),
    );
  }

  get choices(): Choices & { readonly mine: boolean } {
    const mine = counselorSetting() !== '' && (this.#choices.mine ?? true);
    return { ...this.#choices, mine };
  }

  /** What a view says beside its title of whose cases it shows; empty where it shows everyone's. */
  mineDescription(): string {
    return this.choices.mine ? render(message('goals.filter.mine')) : '';
  }

  /** What the tree is to show now. */
  view(): GoalView {
    const { grouping, mine, overdue, closed } = this.choices;
    const filter = {
      counselor: mine ? counselorSetting() : undefined,
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
    const { grouping, mine, overdue, closed } = this.choices;
    setContext('sessionNotes.groupBy', grouping);
    setContext('sessionNotes.filter.mine', mine);
    setContext('sessionNotes.filter.overdue', overdue);
    setContext('sessionNotes.filter.closed', closed);
  }
}

/** What a view of all notes says above its rows as long as it does not show all of them. */
export function standingMessage(index: NoteIndex): string | undefined {
  if (index.state === 'indexing') return render(message('goals.indexing'));
  if (index.large !== undefined) return render(notAllRead(index.large));
  const virtual = vscode.workspace.workspaceFolders?.some(folder => isVirtual(folder.uri)) ?? false;
  return virtual ? render(message('goals.virtual')) : undefined;
}

function notAllRead({ why, files, counselor }: NonNullable<NoteIndex['large']>): Message {
  if (why === 'stopped') return message('index.stopped');
  return counselor === ''
    ? message('index.large', { files })
    : message('index.large-counselor', { files, counselor });
}
