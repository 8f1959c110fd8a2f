import { settlesOn } from './settlesOn';
import type { ShownRow, ShownTree } from './shownTree';
import { TracedExtension } from './tracedExtension';

/** What the view *Open Goals* shows, and the commands of its rows. */
export class OpenGoals {
  readonly #extension: TracedExtension;
  readonly tree: ShownTree;

  private constructor(extension: TracedExtension) {
    this.#extension = extension;
    this.tree = extension.tree('sessionNotes.openGoals');
  }

  /** Reads the workspace. */
  static async read(): Promise<OpenGoals> {
    return new OpenGoals(await TracedExtension.start());
  }

  dispose(): void {
    this.#extension.dispose();
  }

  /** What was written to the log. */
  get logged(): readonly string[] {
    return this.#extension.logged;
  }

  /** Runs a command, on a row if one is given. */
  run(command: string, row?: ShownRow): Promise<void> {
    return this.#extension.run(`sessionNotes.${command}`, row?.element);
  }

  /** The rows of a client, one for each folder where it is. */
  async clientRows(client: string): Promise<readonly ShownRow[]> {
    return (await this.tree.rows()).filter(({ label }) => label === client);
  }

  /** The only row of a client. */
  async clientRow(client: string): Promise<ShownRow> {
    const [row] = await this.clientRows(client);
    if (row === undefined) throw new Error(`${client} has no row.`);
    return row;
  }

  /** The rows of a client's goals and actions, process goals aside. */
  async goalRows(client: string): Promise<readonly ShownRow[]> {
    const groups = await this.#below(await this.clientRows(client));
    return this.#below(groups.filter(({ item }) => item.contextValue === 'stage'));
  }

  /** The same, as `text · details`. */
  async linesOf(client: string): Promise<readonly string[]> {
    const rows = await this.goalRows(client);
    return rows.map(({ label, description }) => [label, description].filter(Boolean).join(' · '));
  }

  /** Waits until the rows of a client are these. */
  async becomes(client: string, ...lines: readonly string[]): Promise<void> {
    await settlesOn(`open goals of ${client}`, () => this.linesOf(client), lines);
  }

  /** The row of the goal with this text, which may be a process goal. */
  async row(client: string, text: string): Promise<ShownRow> {
    const rows = await this.#below(await this.#below(await this.clientRows(client)));
    // What is late has its day before it.
    const found = rows.find(({ label }) => label.split(' · ').at(-1) === text);
    if (found === undefined) throw new Error(`${client} has no goal ${JSON.stringify(text)}.`);
    return found;
  }

  /** The files that mention goals of a client, sorted, each relative to its folder of the workspace. */
  async filesOf(client: string): Promise<readonly string[]> {
    const mentions = await this.#below(await this.#below(await this.#below(await this.clientRows(client))));
    return [...new Set(mentions.map(({ item }) => String(item.tooltip)))].sort();
  }

  async #below(rows: readonly ShownRow[]): Promise<readonly ShownRow[]> {
    return (await Promise.all(rows.map(row => this.tree.rows(row)))).flat();
  }
}
