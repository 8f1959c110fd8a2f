import * as vscode from 'vscode';

/** A message of the extension and the buttons that it has. */
export interface Asked {
  readonly text: string;
  readonly answers: readonly string[];
}

/** How everything is answered that is asked while a command runs. */
interface Answers {
  /** Messages: by the first button, or by closing them. */
  readonly messages?: 'yes' | 'no';
  /** The number of messages, from the start, that are answered so; later ones are closed. */
  readonly noFrom?: number;
  /** What is typed into boxes, one after another; later ones are left. */
  readonly typed?: readonly string[];
  /** Which item of a list with that title is taken; lists are left where this is not told. */
  readonly takes?: (item: vscode.QuickPickItem, title: string) => boolean;
  /** The folder that is picked. */
  readonly folder?: vscode.Uri;
  /** The rows that are ticked of a list in which several may be. */
  readonly ticks?: (item: vscode.QuickPickItem) => boolean;
  /** The file that something is saved as. */
  readonly saveAs?: vscode.Uri;
  /** What happens while a box waits for what is typed. */
  readonly whileTyping?: () => Promise<void>;
  /** What happens while the first message waits for its answer. */
  readonly meanwhile?: () => Promise<void>;
}

/**
 * Runs `work` while whatever is asked is answered: VS Code shows no dialogs while it is tested, and lets nothing type
 * into its boxes. Returns the messages.
 */
export async function answering(
  {
    messages = 'no',
    noFrom = Number.POSITIVE_INFINITY,
    typed = [],
    takes,
    ticks,
    folder,
    saveAs,
    whileTyping,
    meanwhile,
  }: Answers,
  work: () => Promise<void>,
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const toType = [...typed];
  const message = async (text: string, ...rest: readonly unknown[]): Promise<Button | undefined> => {
    const buttons = rest.filter(isButton);
    asked.push({ text, answers: buttons.map(each => (typeof each === 'string' ? each : each.title)) });
    if (asked.length === 1) await meanwhile?.();
    return messages === 'yes' && asked.length <= noFrom ? buttons[0] : undefined;
  };
  const instead = {
    showInformationMessage: message,
    showWarningMessage: message,
    showErrorMessage: message,
    showInputBox: async () => {
      await whileTyping?.();
      return toType.shift();
    },
    showQuickPick: async (
      items: readonly vscode.QuickPickItem[],
      { title = '', canPickMany = false }: vscode.QuickPickOptions = {},
    ) => {
      if (canPickMany) return ticks && items.filter(ticks);
      return takes && items.find(item => takes(item, title));
    },
    showOpenDialog: async () => folder && [folder],
    showSaveDialog: async () => saveAs,
  };
  const own = Object.keys(instead).map(name => [name, Reflect.get(vscode.window, name)] as const);
  for (const [name, answer] of Object.entries(instead)) Reflect.set(vscode.window, name, answer);
  try {
    await work();
  } finally {
    for (const [name, shown] of own) Reflect.set(vscode.window, name, shown);
  }
  return asked;
}

type Button = string | vscode.MessageItem;

/** Options, which VS Code takes before the buttons, have no title. */
function isButton(each: unknown): each is Button {
  return typeof each === 'string' || (typeof each === 'object' && each !== null && 'title' in each);
}
