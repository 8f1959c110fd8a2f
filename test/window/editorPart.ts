import type { Locator, Page } from 'playwright-core';
import { insist, until } from './insist';
import { rowLabels } from './rows';

/** The editor in front: what is written, offered and shown there. */
export class EditorPart {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Whether the tab of a file is in front. */
  async isInFront(name: string): Promise<boolean> {
    return this.#page.locator(`.tab.active[data-resource-name="${name}"]`).first().isVisible();
  }

  /** Waits until the tab of a file is in front. */
  async untilInFront(name: string): Promise<void> {
    await until(`${name} in front`, () => this.isInFront(name));
  }

  /** Waits until the caret stands at a place, as the status bar says it, such as `Ln 31, Col 7`. */
  async untilAt(place: string): Promise<void> {
    await this.#page.locator('.statusbar').getByText(place, { exact: true }).waitFor();
  }

  /** Makes the editor take keys, its caret where it is. */
  async focus(): Promise<void> {
    await insist(
      'an editor that takes keys',
      () => this.#page.keyboard.press('Control+1'),
      async () => (await this.#page.locator('.monaco-editor.focused').count()) > 0,
    );
  }

  /** Presses a key in the editor. */
  async press(key: string): Promise<void> {
    await this.focus();
    await this.#page.keyboard.press(key);
  }

  /** Types at the caret, key by key. */
  async type(text: string): Promise<void> {
    await this.focus();
    await this.#page.keyboard.type(text);
  }

  /** Waits until a line in sight holds `words`. */
  async untilLine(words: string): Promise<void> {
    await this.line(words).waitFor();
  }

  /** The first line in sight that holds `words`; blanks are drawn as no-break spaces. */
  line(words: string): Locator {
    const pattern = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s');
    return this.#page
      .locator('.monaco-editor .view-line')
      .filter({ hasText: new RegExp(pattern) })
      .first();
  }

  /** Waits until words that are only drawn, and not in the text, are in sight, or are not. */
  async untilDrawn(words: string, state: 'visible' | 'absent' = 'visible'): Promise<void> {
    await until(`${words} drawn: ${state}`, async () => {
      const drawn = await this.#page
        .locator('.monaco-editor .view-line span')
        .evaluateAll(spans =>
          spans.flatMap(span =>
            ['::before', '::after'].map(
              part => span.ownerDocument.defaultView?.getComputedStyle(span, part).content ?? '',
            ),
          ),
        );
      return drawn.some(each => each.replaceAll('\u00a0', ' ').includes(words)) === (state === 'visible');
    });
  }

  /** Saves what is in front. */
  async save(): Promise<void> {
    await this.focus();
    await insist(
      'a saved file',
      () => this.#page.keyboard.press('Control+S'),
      async () => (await this.#page.locator('.tab.active.dirty').count()) === 0,
    );
  }

  /** Takes `wanted` from what is offered at the caret. */
  async complete(wanted: string): Promise<void> {
    await this.showOffers(wanted);
    await insist(
      `an end of the offers after ${wanted} was taken`,
      () => this.#page.keyboard.press('Enter'),
      async () => !(await this.#offers().isVisible()),
    );
  }

  /** Asks what may be written at the caret, and asks again until `wanted` is the first offer. */
  async showOffers(wanted: string): Promise<void> {
    const offer = this.#offers().locator('.monaco-list-row.focused');
    await this.focus();
    await insist(
      `the offer ${wanted}`,
      async () => {
        if (await this.#offers().isVisible()) await this.#page.keyboard.press('Escape');
        await this.#page.keyboard.press('Control+Space');
      },
      async () => ((await rowLabels(offer))[0] ?? '').includes(wanted),
    );
  }

  /** Rests with the pointer on a line until what is shown there holds `text`. */
  async hover(words: string, text: string): Promise<void> {
    const shown = this.#page.locator('.monaco-hover').filter({ hasText: text }).first();
    await insist(
      `${text} over ${words}`,
      async ms => {
        await this.#page.mouse.move(0, 0);
        await this.line(words).locator('span span').last().hover({ timeout: ms });
      },
      () => shown.isVisible(),
    );
  }

  #offers(): Locator {
    return this.#page.locator('.suggest-widget.visible');
  }
}
