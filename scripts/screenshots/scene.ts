import type { LanguageTag } from '../../src/core/language/languages';
import { textIn } from '../../src/l10n/catalogue';
import { insist } from '../../test/window/insist';
import type { Workbench } from '../../test/window/windowHost';

/** A picture as PNG, and how long it is shown where several follow one another, in milliseconds. */
export interface Shot {
  readonly png: Buffer;
  readonly ms: number;
}

/** What a picture of the README is made of: a window as a user has it, and what is done in it. */
export interface Scene {
  readonly theme: 'light' | 'dark';
  /** Device pixels for a CSS pixel. */
  readonly scale: number;
  /** Writes into the copy of the sample workspace before the window is opened. */
  prepare?(folder: string, language: LanguageTag): Promise<void>;
  /** Takes the picture; several make one that moves. */
  take(window: Workbench, language: LanguageTag): Promise<readonly Shot[]>;
}

/** What the window shows now, a blinking caret aside. */
export async function shot({ page }: Workbench, ms = 0): Promise<Shot> {
  await page.mouse.move(0, 0);
  return { png: await page.screenshot({ animations: 'disabled', caret: 'hide' }), ms };
}

/** Makes the side bar so wide that goals are read whole. */
export async function widenSideBar({ page }: Workbench, by: number): Promise<void> {
  const edge = await page.locator('.part.sidebar').boundingBox();
  if (edge === null) throw new Error('There is no side bar.');
  const middle = edge.y + edge.height / 2;
  await page.mouse.move(edge.x + edge.width, middle);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width + by, middle, { steps: 5 });
  await page.mouse.up();
}

/** Leaves of the views in the side bar only *Open Goals* and *This Note* unfolded, and what else is to be folded. */
export async function foldViews(
  { page }: Workbench,
  language: LanguageTag,
  ...more: readonly 'view.this-note'[]
): Promise<void> {
  for (const name of ['view.clients', 'view.codes', ...more] as const) {
    const header = page.locator(`.pane-header[aria-label^="${textIn(language, name)}"]`).first();
    await insist(
      `${name} folded`,
      // At its beginning: icons come up further on.
      ms => header.click({ timeout: ms, position: { x: 20, y: 10 } }),
      async () => (await header.getAttribute('aria-expanded')) === 'false',
    );
  }
}
