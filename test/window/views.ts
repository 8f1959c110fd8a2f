import type { Locator, Page } from 'playwright-core';
import { chooseInMenu } from './contextMenu';
import { insist, patience, until } from './insist';
import { focusRow, rowLabels } from './rows';

/** Whether something is to be there or not. */
export type Presence = 'present' | 'absent';

/** The views of the side bar and the rows of their trees. */
export class Views {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Shows a container of views, such as `Sessions`, by its entry in the activity bar. */
  async openContainer(title: string): Promise<void> {
    const entry = this.#page
      .locator('.activitybar .action-item')
      .filter({ has: this.#page.locator(`.action-label[aria-label^="${title}"]`) })
      .first();
    await insist(
      `${title} in the side bar`,
      ms => entry.click({ timeout: ms }),
      async () => (await classOf(entry)).includes('checked'),
    );
    await this.#moveAway();
  }

  /** Leads the pointer to where it rests on nothing: what is said of the thing below it would cover rows. */
  async #moveAway(): Promise<void> {
    await this.#page.mouse.move(0, 0);
  }

  /** The rows that a view shows now, as a screen reader says them. */
  async rows(view: string): Promise<readonly string[]> {
    return rowLabels((await this.#view(view)).locator('.monaco-list-row'));
  }

  /** Waits until some row of a view, as a screen reader says it, holds `text`, or until none does. */
  async untilListed(view: string, text: string, presence: Presence = 'present'): Promise<void> {
    await until(`${text} to be ${presence} in ${view}`, async () => {
      const rows = await this.rows(view);
      return rows.some(row => row.includes(text)) === (presence === 'present');
    });
  }

  /** Waits for a row of a view that holds a text, and gives it. */
  async row(view: string, text: string): Promise<Locator> {
    const row = (await this.#view(view)).locator('.monaco-list-row').filter({ hasText: text }).first();
    await row.waitFor();
    return row;
  }

  /** Shows the rows below a row, or hides them. */
  async expand(view: string, text: string, state: 'expanded' | 'collapsed' = 'expanded'): Promise<void> {
    const row = await this.row(view, text);
    const wanted = String(state === 'expanded');
    await insist(
      `${text} to be ${state}`,
      ms => row.locator('.monaco-tl-twistie').click({ timeout: ms }),
      async () => (await row.getAttribute('aria-expanded', { timeout: patience })) === wanted,
    );
  }

  /** Clicks a row until what it leads to is seen. */
  async open(view: string, text: string, isDone: () => Promise<boolean>): Promise<void> {
    const row = await this.row(view, text);
    await insist(`what ${text} leads to`, ms => row.click({ timeout: ms }), isDone);
  }

  /** Goes by keys to a row of a view that has the keys. */
  async walkTo(view: string, text: string): Promise<void> {
    const row = await this.row(view, text);
    const list = (await this.#view(view)).locator('.monaco-list').first();
    const hasKeys = async (): Promise<boolean> =>
      list.evaluate(each => each.contains(each.ownerDocument.activeElement));
    await until(`keys for ${view}`, hasKeys);
    await this.#page.keyboard.press('Home');
    await focusRow(this.#page, row);
  }

  /** Presses a button in the text of an empty view, by keys, until what it leads to is seen. */
  async pressButton(title: string, isDone: () => Promise<boolean>): Promise<void> {
    const button = this.#page.locator('.welcome-view .monaco-button', { hasText: title }).first();
    await insist(`what ${title} leads to`, ms => button.press('Enter', { timeout: ms }), isDone);
  }

  /** Clicks the checkbox of a row; the one click that it takes, as a second would take the tick away. */
  async tick(view: string, text: string): Promise<void> {
    const row = await this.row(view, text);
    await clickOnce(this.#page, row.locator('.custom-view-tree-node-item-checkbox'));
  }

  /** Chooses from the menu of a row until what that leads to is seen. */
  async chooseInMenu(
    view: string,
    text: string,
    item: string,
    isDone: () => Promise<boolean>,
  ): Promise<void> {
    const row = await this.row(view, text);
    await chooseInMenu(this.#page, row, item, isDone);
  }

  /** Waits until a view is there and open, and gives its region. */
  async #view(title: string): Promise<Locator> {
    const header = this.#page.locator(`.pane-header[aria-label^="${title}"]`);
    const pane = this.#page.locator('.pane').filter({ has: header }).first();
    await pane.waitFor();
    await insist(
      `${title} to be open`,
      ms => header.first().click({ timeout: ms }),
      async () => (await header.first().getAttribute('aria-expanded')) === 'true',
    );
    return pane;
  }
}

/** Clicks until the click has come, which the page itself is asked, and not again. */
async function clickOnce(page: Page, target: Locator): Promise<void> {
  const root = page.locator(':root');
  await root.evaluate(html => {
    html.addEventListener('click', () => html.setAttribute('data-clicked', ''), {
      once: true,
      capture: true,
    });
  });
  const hasCome = async (): Promise<boolean> => (await root.getAttribute('data-clicked')) !== null;
  await insist('a click', ms => target.click({ timeout: ms }), hasCome);
  await root.evaluate(html => html.removeAttribute('data-clicked'));
}

async function classOf(element: Locator): Promise<string> {
  return (await element.getAttribute('class')) ?? '';
}
