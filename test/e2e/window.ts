import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../host/eventually';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../host/openWorkbench';
import { packagedExtension } from './packagedExtension';

/** How long VS Code may take, in milliseconds, to start and to show what a change on disk came to. */
export const patience = 60_000;

/**
 * Opens the sample workspace with the packaged extension, with the *Sessions* views in sight. VS Code in a browser
 * saves by itself; here only what the test saves is saved. The window is tall: a row out of sight is not in the page.
 */
export async function openSample(options: Partial<WorkbenchOptions> = {}): Promise<Workbench> {
  const workbench = await openWorkbench({
    extension: { vsix: packagedExtension() },
    workspace: 'examples',
    size: { width: 1400, height: 1300 },
    ...options,
    settings: { 'files.autoSave': 'off', ...options.settings },
  });
  await workbench.ui.openViewContainer('Sessions');
  return workbench;
}

/** The text of a file of the window's workspace as it is on disk. */
export function onDisk(workbench: Workbench, path: string): Promise<string> {
  return readFile(join(workbench.workspace, path), 'utf8');
}

/** Waits until a file of the window's workspace holds `text`. */
export async function untilOnDisk(workbench: Workbench, path: string, text: string): Promise<void> {
  await eventually(
    `${text} in ${path}`,
    async () => (await onDisk(workbench, path)).includes(text),
    patience,
  );
}

/** Waits until some row of a view, as a screen reader says it, holds `text`; `absent` waits until none does. */
export async function untilListed(
  workbench: Workbench,
  view: string,
  text: string,
  presence: 'present' | 'absent' = 'present',
): Promise<void> {
  await eventually(
    `${text} to be ${presence} in ${view}`,
    async () => {
      const rows = await workbench.ui.treeItems(view);
      return rows.some(row => row.includes(text)) === (presence === 'present');
    },
    patience,
  );
}

/** Waits until the Problems panel has a row with `text`; `absent` waits until it has none. */
export async function untilProblem(
  workbench: Workbench,
  text: string,
  presence: 'present' | 'absent' = 'present',
): Promise<void> {
  await eventually(
    `a problem with ${text} to be ${presence}`,
    async () => {
      const rows = await workbench.ui.problems();
      return rows.some(row => row.includes(text)) === (presence === 'present');
    },
    patience,
  );
}
