import { message } from '../core/message';
import { render } from '../l10n/catalogue';
import type { Terminal } from './terminal';

/** How often, in milliseconds, the count is shown anew. */
const interval = 100;

/** Shows on standard error, where a person looks at it, how many files were read; leaves nothing behind. */
export class ProgressLine {
  readonly #terminal: Terminal;
  #count = 0;
  #shown = 0;
  #next = Date.now() + interval;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  /** Counts one more. */
  step(): void {
    this.#count++;
    if (!this.#terminal.errors.isTerminal || Date.now() < this.#next) return;
    this.#next = Date.now() + interval;
    this.#shown++;
    this.#terminal.errors.write(`\r${render(message('cli.progress', { count: this.#count }))}`);
  }

  /** Clears the line. */
  end(): void {
    if (this.#shown > 0) this.#terminal.errors.write('\r\u001b[K');
  }
}
