import type { Locator, Page } from 'playwright-core';
import { insist, until } from './insist';

/** The question in the middle of the window that has to be answered before anything else. */
export class DialogBox {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** What the dialog says, as soon as one is open that holds `part`. */
  async text(part = ''): Promise<string> {
    let said = '';
    await until(`a dialog with ${part || 'any text'}`, async () => {
      said = await this.#said();
      return said !== '' && said.includes(part);
    });
    return said;
  }

  /** Takes the button that has the focus. */
  async accept(): Promise<void> {
    await this.#press('Enter');
  }

  /** Leaves the dialog without an answer. */
  async cancel(): Promise<void> {
    await this.#press('Escape');
  }

  /** Clicks a button by its text. */
  async click(button: string): Promise<void> {
    const said = await this.text(button);
    await insist(
      `an end of the dialog with ${button}`,
      ms => this.#box().locator('.monaco-button', { hasText: button }).first().click({ timeout: ms }),
      async () => (await this.#said()) !== said,
    );
  }

  /** Presses a key as soon as the dialog takes keys: before, it would go into the editor. */
  async #press(key: string): Promise<void> {
    const said = await this.text();
    await insist(
      `an end of the dialog by ${key}`,
      async () => {
        if (await this.#hasFocus()) await this.#page.keyboard.press(key);
      },
      async () => (await this.#said()) !== said,
    );
  }

  #hasFocus(): Promise<boolean> {
    return this.#box().evaluate(box => box.contains(box.ownerDocument.activeElement));
  }

  /** Empty where no dialog is open. */
  async #said(): Promise<string> {
    const texts = await this.#box().allTextContents();
    return texts[0] ?? '';
  }

  #box(): Locator {
    return this.#page.locator('.monaco-dialog-box').first();
  }
}
