import type { Page } from 'playwright-core';
import { DialogBox } from './dialogBox';
import { EditorPart } from './editorPart';
import { ProblemsPanel } from './problemsPanel';
import { QuickInput } from './quickInput';
import { Views } from './views';

/**
 * What a user does and reads in a window of VS Code. What VS Code swallows is done again until its effect is seen, and
 * what is done waits for what it acts on.
 */
export class WorkbenchPage {
  readonly quickInput: QuickInput;
  readonly dialog: DialogBox;
  readonly views: Views;
  readonly problems: ProblemsPanel;
  readonly editor: EditorPart;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.quickInput = new QuickInput(page);
    this.dialog = new DialogBox(page);
    this.views = new Views(page);
    this.problems = new ProblemsPanel(page);
    this.editor = new EditorPart(page);
  }

  /** Runs a command from the palette by its full title, such as `Session Notes: Insert Stage`. */
  async runCommand(title: string): Promise<void> {
    await this.quickInput.runCommand(title);
  }

  /** Opens a file by its absolute path, and waits for its tab. */
  async openFile(path: string): Promise<void> {
    await this.quickInput.openFile(path);
    await this.editor.untilInFront(path.slice(path.lastIndexOf('/') + 1));
  }

  /** Saves a picture of the window as PNG. */
  async screenshot(path: string): Promise<void> {
    await this.#page.screenshot({ path, animations: 'disabled' });
  }
}
