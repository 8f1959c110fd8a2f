import type { Locator, Page } from 'playwright-core';
import { insist, until } from './insist';
import { focusRow, rowLabels } from './rows';
import type { Presence } from './views';

/** The Problems panel. */
export class ProblemsPanel {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The rows, as a screen reader says them; opens the panel. */
  async rows(): Promise<readonly string[]> {
    await this.#open();
    return rowLabels(this.#rows());
  }

  /** Waits until a row has this text, or until none has. */
  async untilListed(text: string, presence: Presence = 'present'): Promise<void> {
    await until(`a problem with ${text} to be ${presence}`, async () => {
      const rows = await this.rows();
      return rows.some(row => row.includes(text)) === (presence === 'present');
    });
  }

  /** Goes to the place of a problem by its row. */
  async goTo(text: string): Promise<void> {
    await this.untilListed(text);
    await insist(
      `the place of ${text}`,
      ms => this.#row(text).dblclick({ timeout: ms }),
      () => this.#isAt(text),
    );
  }

  /**
   * Mends a problem by its quick fix, by keys: the menu takes a click only after the pointer was moved over it.
   *
   * @param title what the title of the fix holds
   */
  async quickFix(text: string, title: string): Promise<void> {
    await this.showQuickFixes(text, title);
    await insist(
      `an end of the quick fixes after ${title} was taken`,
      async ms => {
        await focusRow(this.#page, this.#fix(title), ms);
        await this.#page.keyboard.press('Enter');
      },
      async () => !(await this.#menu().isVisible()),
    );
  }

  /** Opens the quick fixes of a problem, and opens them again until one with a title is among them. */
  async showQuickFixes(text: string, title: string): Promise<void> {
    const menu = this.#menu();
    const fix = this.#fix(title);
    await this.goTo(text);
    await insist(
      `the quick fix ${title}`,
      async ms => {
        // The menu that the last try asked for may have come late, and without what is looked for.
        if (await menu.isVisible()) await this.#page.keyboard.press('Escape');
        await menu.waitFor({ state: 'hidden', timeout: ms });
        if (!(await this.#isAt(text))) await this.#row(text).dblclick({ timeout: ms });
        await this.#page.keyboard.press('Control+.');
        await fix.waitFor({ timeout: ms });
      },
      () => fix.isVisible(),
    );
  }

  /** Whether the caret is at a problem, in an editor that takes keys. */
  async #isAt(text: string): Promise<boolean> {
    const line = /\[(Ln \d+,)/.exec((await this.#row(text).textContent()) ?? '')?.[1] ?? '';
    const isFocused = (await this.#page.locator('.monaco-editor.focused').count()) > 0;
    return isFocused && (await this.#page.locator('.statusbar').getByText(line).isVisible());
  }

  async #open(): Promise<void> {
    const panel = this.#page.locator('.markers-panel');
    await insist(
      'the Problems panel',
      () => this.#page.keyboard.press('Control+Shift+M'),
      () => panel.isVisible(),
    );
  }

  #menu(): Locator {
    // One beside it may show what belongs to a row that the pointer rests on.
    return this.#page.locator('.action-widget:not(.action-list-submenu-panel)');
  }

  #fix(title: string): Locator {
    return this.#menu().locator('.monaco-list-row').filter({ hasText: title }).first();
  }

  #row(text: string): Locator {
    return this.#rows().filter({ hasText: text }).first();
  }

  #rows(): Locator {
    return this.#page.locator('.markers-panel .monaco-list-row');
  }
}
