import type { Locator, Page } from 'playwright-core';
import { insist, until } from './insist';
import { focusRow } from './rows';

/** A dialog for files reads a folder and then writes what it proposes, over what was typed meanwhile; in milliseconds. */
const settling = 500;

/** The box at the top of the window: commands, files, and the questions of commands. All by keys. */
export class QuickInput {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Runs a command from the palette by its full title, such as `Session Notes: Insert Stage`. */
  async runCommand(title: string): Promise<void> {
    await this.#take(`>${title}`, title);
  }

  /** Opens a file by its absolute path. */
  async openFile(path: string): Promise<void> {
    await this.#take(path, path.slice(path.lastIndexOf('/') + 1));
  }

  /** Whether a question with this text is open and takes what is typed. */
  async isAsking(question: string): Promise<boolean> {
    if (!(await this.#isOpen())) return false;
    const hint = (await this.#input().getAttribute('placeholder')) ?? '';
    const isAsked =
      hint.includes(question) || ((await this.#widget().textContent()) ?? '').includes(question);
    return isAsked && (await this.#input().evaluate(input => input === input.ownerDocument.activeElement));
  }

  /** Waits for the question, or a remark on it, that has this text. */
  async untilAsked(question: string): Promise<void> {
    await until(`the question ${question}`, () => this.isAsking(question));
  }

  /**
   * Answers a question.
   *
   * @param answer what is typed; what the question proposes if missing
   */
  async answer(question: string, answer?: string): Promise<void> {
    await this.type(question, answer);
    await this.#accept(question);
  }

  /** Answers a question by the row that has a text. */
  async choose(question: string, row: string): Promise<void> {
    await this.untilAsked(question);
    await focusRow(this.#page, this.#rows().filter({ hasText: row }).first());
    await this.#accept(question);
  }

  /** Ticks the row that has a text, in a question with several answers, and leaves the question open. */
  async tick(question: string, row: string): Promise<void> {
    await this.untilAsked(question);
    const wanted = this.#rows().filter({ hasText: row }).first();
    const box = wanted.getByRole('checkbox').first();
    await insist(
      `a tick at ${row}`,
      ms => box.check({ timeout: ms, force: true }),
      () => box.isChecked(),
    );
    // A click took the keys away from the box.
    await this.#input().focus();
  }

  /** Types an answer and leaves the question open. */
  async type(question: string, answer: string | undefined): Promise<void> {
    await this.untilAsked(question);
    if (answer !== undefined) await this.#input().fill(answer);
  }

  /** Answers a dialog for files by an absolute path. */
  async answerPath(path: string): Promise<void> {
    await until(
      'a dialog for files',
      async () => (await this.#isOpen()) && (await this.value()).startsWith('/'),
    );
    await insist(
      `an end of the dialog for ${path}`,
      async ms => {
        await this.#input().fill(path, { timeout: ms });
        await this.#page.waitForTimeout(settling);
        if ((await this.value()) === path) await this.#input().press('Enter', { timeout: ms });
      },
      async () => !((await this.#isOpen()) && (await this.value()).startsWith('/')),
    );
  }

  /** Takes the file name that a dialog for saving proposes, as soon as that ends with `name`. */
  async acceptPath(name: string): Promise<void> {
    const isProposed = async (): Promise<boolean> =>
      (await this.#isOpen()) && (await this.value()).endsWith(name);
    await until(`a dialog that proposes ${name}`, isProposed);
    await insist(
      `an end of the dialog that proposes ${name}`,
      ms => this.#input().press('Enter', { timeout: ms }),
      async () => !(await isProposed()),
    );
  }

  /** Leaves a question without an answer. */
  async leave(question: string): Promise<void> {
    await this.untilAsked(question);
    await insist(
      `${question} to be left`,
      ms => this.#input().press('Escape', { timeout: ms }),
      async () => !(await this.isAsking(question)),
    );
  }

  /** The text that stands in the box. */
  async value(): Promise<string> {
    return this.#input().inputValue();
  }

  async #accept(question: string): Promise<void> {
    await insist(
      `an end of the question ${question}`,
      ms => this.#input().press('Enter', { timeout: ms }),
      async () => !(await this.isAsking(question)),
    );
  }

  /** Asks for what the text stands for and takes the row that is labelled as wanted. */
  async #take(text: string, label: string): Promise<void> {
    const row = this.#rows().filter({
      has: this.#page.locator('.label-name').getByText(label, { exact: true }),
    });
    let isAccepted = false;
    await insist(
      `${label} among what can be taken`,
      async ms => {
        // Also leaves what the last try asked for, to which a row may have come late.
        await this.#page.keyboard.press('F1');
        await this.#input().fill(text, { timeout: ms });
        await focusRow(this.#page, row.first(), ms);
        await this.#input().press('Enter', { timeout: ms });
        isAccepted = true;
      },
      async () => isAccepted && !((await this.#isOpen()) && (await this.value()) === text),
    );
  }

  #isOpen(): Promise<boolean> {
    return this.#input().isVisible();
  }

  #widget(): Locator {
    return this.#page.locator('.quick-input-widget');
  }

  #input(): Locator {
    return this.#widget().locator('.quick-input-box input').first();
  }

  #rows(): Locator {
    return this.#widget().locator('.quick-input-list .monaco-list-row');
  }
}
