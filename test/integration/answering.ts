import * as vscode from 'vscode';

/** A message of the extension and the buttons that it has. */
export interface Asked {
  readonly text: string;
  readonly answers: readonly string[];
}

/**
 * Runs `work` while every information message is answered: by its first button (`yes`), or by closing it (`no`).
 * VS Code shows no dialogs while it is tested. Returns what was asked.
 *
 * @param noFrom the number of messages, from the start, that are answered so; later ones are closed
 */
export async function answering(
  answer: 'yes' | 'no',
  work: () => Promise<void>,
  noFrom = Number.POSITIVE_INFINITY,
): Promise<readonly Asked[]> {
  const shown = vscode.window.showInformationMessage;
  const asked: Asked[] = [];
  const instead = async (text: string, ...rest: readonly unknown[]): Promise<string | undefined> => {
    const answers = rest.filter(each => typeof each === 'string');
    asked.push({ text, answers });
    return answer === 'yes' && asked.length <= noFrom ? answers[0] : undefined;
  };
  Reflect.set(vscode.window, 'showInformationMessage', instead);
  try {
    await work();
  } finally {
    Reflect.set(vscode.window, 'showInformationMessage', shown);
  }
  return asked;
}
