import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from './insist';

/** The folder of one extension host among the logs of a server, and in it the log of the extension. */
const hostFolder = /(?:^|[/\\])exthost\d+$/;
const ownLog = join('session-notes.session-notes', 'Session Notes.log');

/** What the extension hosts of one window have written to their logs, traces included. */
export class WindowLog {
  readonly #logs: string;
  readonly #others: ReadonlySet<string>;

  private constructor(logs: string, others: readonly string[]) {
    this.#logs = logs;
    this.#others = new Set(others);
  }

  /**
   * The log of the window that is opened next.
   *
   * @param logs the folder of all logs of the server
   */
  static async ofNextWindow(logs: string): Promise<WindowLog> {
    return new WindowLog(logs, await hostFolders(logs));
  }

  /** Waits until the extension has written a line that ends with `text`. */
  async untilWritten(text: string): Promise<void> {
    await until(`“${text}” in the log`, async () => {
      const lines = await this.#lines();
      return lines.some(line => line.endsWith(text));
    });
  }

  /** Copies the logs of this window's extension hosts into `folder`. */
  async copyTo(folder: string): Promise<void> {
    for (const [at, host] of (await this.#hosts()).entries()) {
      await cp(join(this.#logs, host), join(folder, `extension-host-${at + 1}`), { recursive: true });
    }
  }

  async #lines(): Promise<readonly string[]> {
    const texts = await Promise.all(
      (await this.#hosts()).map(host => readFile(join(this.#logs, host, ownLog), 'utf8').catch(() => '')),
    );
    return texts.flatMap(text => text.split('\n'));
  }

  async #hosts(): Promise<readonly string[]> {
    return (await hostFolders(this.#logs)).filter(host => !this.#others.has(host));
  }
}

async function hostFolders(logs: string): Promise<readonly string[]> {
  const all = await readdir(logs, { recursive: true }).catch(() => []);
  return all.filter(path => hostFolder.test(path)).sort();
}
