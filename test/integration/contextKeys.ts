import * as vscode from 'vscode';

/** Calls `listener` with every context key that is set while `work` goes on. */
export async function hearingContexts(
  listener: (key: unknown, value: unknown) => void,
  work: () => Promise<void>,
): Promise<void> {
  const { executeCommand } = vscode.commands;
  const instead = (command: string, ...rest: readonly unknown[]): Thenable<unknown> => {
    if (command === 'setContext') listener(rest[0], rest[1]);
    return executeCommand(command, ...rest);
  };
  Reflect.set(vscode.commands, 'executeCommand', instead);
  try {
    await work();
  } finally {
    Reflect.set(vscode.commands, 'executeCommand', executeCommand);
  }
}
