import * as vscode from 'vscode';

/** What VS Code was asked to show. */
export interface Said {
  readonly by: string;
  /** Whether it is a dialog that has to be answered. */
  readonly isModal: boolean;
  /** Every text of it: of a list, those of its rows. */
  readonly texts: readonly string[];
}

const functions = [
  'showInformationMessage',
  'showWarningMessage',
  'showErrorMessage',
  'showQuickPick',
  'showInputBox',
  'setStatusBarMessage',
] as const;

/**
 * Runs `work` and gives what it had VS Code show, which nobody sees while VS Code is tested. What is asked is left
 * without an answer, unless `answer` gives one.
 */
export async function saidBy(
  work: () => Promise<unknown>,
  answer: (by: string, given: readonly unknown[]) => unknown = () => undefined,
): Promise<readonly Said[]> {
  const said: Said[] = [];
  const own = functions.map(name => [name, Reflect.get(vscode.window, name)] as const);
  for (const name of functions) {
    Reflect.set(vscode.window, name, async (...given: readonly unknown[]) => {
      said.push({ by: name, isModal: given.some(isModal), texts: given.flatMap(textsIn) });
      return answer(name, given);
    });
  }
  const { createQuickPick } = vscode.window;
  Reflect.set(vscode.window, 'createQuickPick', () => leftList(createQuickPick(), said));
  try {
    await work();
  } finally {
    Reflect.set(vscode.window, 'createQuickPick', createQuickPick);
    for (const [name, shown] of own) Reflect.set(vscode.window, name, shown);
  }
  return said;
}

/** A list that is left as soon as it is shown. */
function leftList(
  list: vscode.QuickPick<vscode.QuickPickItem>,
  said: Said[],
): vscode.QuickPick<vscode.QuickPickItem> {
  const show = list.show.bind(list);
  Reflect.set(list, 'show', () => {
    const texts = [list.title, list.placeholder, [...list.items]].flatMap(textsIn);
    said.push({ by: 'createQuickPick', isModal: false, texts });
    show();
    list.hide();
  });
  return list;
}

function isModal(given: unknown): boolean {
  return typeof given === 'object' && given !== null && 'modal' in given && given.modal === true;
}

function textsIn(given: unknown): readonly string[] {
  if (typeof given === 'string') return [given];
  if (Array.isArray(given)) return given.flatMap(textsIn);
  if (typeof given !== 'object' || given === null) return [];
  const shown = ['title', 'placeHolder', 'prompt', 'label', 'description', 'detail', 'value'];
  return Object.entries(given).flatMap(([key, value]) => (shown.includes(key) ? textsIn(value) : []));
}
