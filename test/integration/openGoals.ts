import * as vscode from 'vscode';
import {
  childElements,
  type GoalElement,
  type GoalRow,
  topElements,
} from '../../src/extension/openGoals/goalElements';
import { goalItem } from '../../src/extension/openGoals/goalItem';
import { FolderWatcher } from '../../src/extension/services/files/folderWatcher';
import { NoteIndex } from '../../src/extension/services/noteIndex';
import { OpenNotes } from '../../src/extension/services/openNotes';
import { Roots } from '../../src/extension/services/roots';
import { setInterfaceLanguage } from '../../src/l10n/catalogue';
import { settlesOn } from './settlesOn';
import { languageOfRun } from './wording';

/** The date that stands for today. */
export const today = '2026-06-01';

/**
 * What the tree *Open Goals* shows. Trees cannot be read through VS Code's interface, so that the same classes run
 * here a second time over the same workspace.
 */
export class OpenGoals {
  readonly index: NoteIndex;
  readonly #roots: Roots;
  /** What was written to the log of notes. */
  readonly logged: string[] = [];
  readonly #parts: readonly vscode.Disposable[];

  private constructor() {
    setInterfaceLanguage(languageOfRun());
    const log = vscode.window.createOutputChannel('Session Notes Tests', { log: true });
    const roots = new Roots(log);
    const openNotes = new OpenNotes(roots);
    const watcher = new FolderWatcher();
    this.#roots = roots;
    const write = (line: string): void => {
      this.logged.push(line);
    };
    this.index = new NoteIndex(roots, openNotes, watcher, {
      trace: () => undefined,
      debug: write,
      info: write,
      warn: write,
    });
    this.#parts = [this.index, watcher, openNotes, roots, log];
  }

  /** Reads the workspace. */
  static async read(): Promise<OpenGoals> {
    const goals = new OpenGoals();
    await goals.index.start();
    return goals;
  }

  /** Begins to read the workspace anew, as after a change of the configuration; settles while nothing is known. */
  beginAgain(): Promise<void> {
    return new Promise(resolve => {
      const subscription = this.#roots.onDidChange(() => {
        subscription.dispose();
        resolve();
      });
      void this.#roots.reload();
    });
  }

  dispose(): void {
    for (const part of this.#parts) part.dispose();
  }

  /** The rows of the goals and actions of a client, process goals aside, as `text · details`. */
  linesOf(client: string): readonly string[] {
    return this.rowsOf(client)
      .filter(({ parent }) => parent.group.kind === 'stage')
      .map(row => {
        const { label, description } = goalItem(row, false);
        return [label, description].filter(Boolean).join(' · ');
      });
  }

  /** Waits until the rows of a client are these. */
  async becomes(client: string, ...lines: readonly string[]): Promise<void> {
    await settlesOn(`open goals of ${client}`, () => this.linesOf(client), lines);
  }

  /** The row of the goal with this text. */
  row(client: string, text: string): GoalRow {
    const found = this.rowsOf(client).find(row => row.entry.goal.text === text);
    if (found === undefined) throw new Error(`${client} has no goal ${JSON.stringify(text)}.`);
    return found;
  }

  /** All rows of goals of a client, process goals among them, also where it is in several folders. */
  rowsOf(client: string): readonly GoalRow[] {
    const below = (row: GoalElement): readonly GoalRow[] =>
      row.kind === 'goal' ? [row] : childElements(row).flatMap(below);
    return this.top()
      .flatMap(below)
      .filter(row => row.entry.case.client === client);
  }

  /** The rows of the tree that stand in no other. */
  top(): ReturnType<typeof topElements> {
    return topElements(this.index.cases(), { grouping: 'client', filter: {}, today });
  }
}
