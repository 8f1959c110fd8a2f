import type { Locator, Page } from 'playwright-core';

/** How long the workbench may take to show what is waited for, in milliseconds. */
const patienceMs = 60_000;

/** How long until a command is looked for again, in milliseconds. */
const retryMs = 4_000;

/** What a user does and reads in a window of VS Code. */
export class WorkbenchPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(patienceMs);
  }

  /** Runs a command from the palette by its full title, such as `Session Notes: Insert Stage`. */
  async runCommand(title: string): Promise<void> {
    await this.#choose(`>${title}`, title);
  }

  /**
   * Runs a command that asks for something at once, in the quick input or in a dialog; looks for it again where it
   * cannot run yet.
   */
  async startCommand(title: string): Promise<void> {
    for (let left = patienceMs; ; left -= retryMs) {
      try {
        return await this.#take(`>${title}`, title, Math.min(left, retryMs));
      } catch (error) {
        if (left <= retryMs) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Opens a file of the folder by its name or path, and waits for its tab. */
  async openFile(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    await this.#choose(path, name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  }

  /** Types into the quick input and takes the row that is labelled as wanted. */
  async #choose(text: string, label: string): Promise<void> {
    await this.#take(text, label);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  async #take(text: string, label: string, timeout = patienceMs): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.page.locator('.quick-input-box input').first().fill(text);
    const row = this.page
      .locator('.quick-input-widget .quick-input-list .monaco-list-row')
      .filter({ has: this.page.locator('.label-name').getByText(label, { exact: true }) });
    await row.first().click({ timeout });
  }

  /** Shows a container of views, such as `Sessions`, by its entry in the activity bar. */
  async openViewContainer(title: string): Promise<void> {
    const entry = this.page.locator('.activitybar .action-item').filter({ has: this.#labelled(title) });
    await entry.first().waitFor();
    if ((await entry.first().getAttribute('class'))?.includes('checked') !== true) {
      await entry.first().click();
    }
  }

  #labelled(title: string): Locator {
    return this.page.locator(`.action-label[aria-label^="${title}"]`);
  }

  /** Waits until a view of the side bar is there and open, and gives its region. */
  async waitForView(title: string): Promise<Locator> {
    const pane = this.page
      .locator('.pane')
      .filter({ has: this.page.locator(`.pane-header[aria-label^="${title}"]`) })
      .first();
    await pane.waitFor();
    const header = pane.locator('.pane-header');
    if ((await header.getAttribute('aria-expanded')) === 'false') {
      await header.click();
    }
    return pane;
  }

  /** Waits for a row of a view whose label holds a text, and gives it, to click for example. */
  async waitForTreeItem(title: string, text: string): Promise<Locator> {
    const rows = (await this.waitForView(title)).locator('.monaco-list-row');
    const row = rows.filter({ hasText: text }).first();
    await row.waitFor();
    return row;
  }

  /** The rows that a view shows now, as a screen reader says them. */
  async treeItems(title: string): Promise<readonly string[]> {
    return rowLabels((await this.waitForView(title)).locator('.monaco-list-row'));
  }

  /** The rows of the Problems panel, as a screen reader says them; opens the panel. */
  async problems(): Promise<readonly string[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) {
      await this.runCommand('View: Toggle Problems');
      await panel.waitFor();
    }
    return rowLabels(panel.locator('.monaco-list-row'));
  }

  /** Saves a picture of the window as PNG. */
  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path, animations: 'disabled' });
  }
}

/** All at once: a row that is asked for by its place may be gone by then. */
function rowLabels(rows: Locator): Promise<readonly string[]> {
  return rows.evaluateAll(found => found.map(row => row.getAttribute('aria-label') ?? row.textContent ?? ''));
}
