import * as vscode from 'vscode';
import { type Message, message } from '../../core/message';
import { withCancel } from './dialogs';

/** How long work goes on, in milliseconds, before the user is told of it and may stop it. */
const patience = 3000;

/** Told how many of how many things are done. */
export type TellProgress = (done: number, all: number) => void;

/**
 * Does work that usually is over soon. Where it takes long, a notification tells how far it is and stops it. Gives whether
 * the user stopped it; `outer` cancels it without a word.
 */
export async function stoppable(
  title: Message,
  outer: vscode.CancellationToken,
  work: (token: vscode.CancellationToken, tell: TellProgress) => Promise<void>,
): Promise<boolean> {
  const stop = new vscode.CancellationTokenSource();
  const onOuter = outer.onCancellationRequested(() => stop.cancel());
  let tell: TellProgress = () => undefined;
  const working = work(stop.token, (done, all) => tell(done, all));
  let isStopped = false;
  if (await isLonger(working, patience)) {
    await withCancel(title, async (token, report) => {
      token.onCancellationRequested(() => {
        isStopped = true;
        stop.cancel();
      });
      tell = (done, all) => {
        // Each report goes to the window.
        if (done % 100 === 0) report(message('index.progress', { done, all }));
      };
      await working;
    });
  }
  await working;
  onOuter.dispose();
  return isStopped;
}

async function isLonger(work: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(() => resolve(true), milliseconds);
  });
  try {
    return await Promise.race([work.then(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}
