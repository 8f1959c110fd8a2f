import type { CancellationToken } from 'vscode';

/** How many items are worked on at a time, and how long, in milliseconds, before the host gets its turn. */
const atATime = 16;
const slice = 12;

/** Works through all items in order, some at a time, without keeping the host from anything else. */
export async function workThrough<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  token?: CancellationToken,
): Promise<void> {
  const queue = items.values();
  let sliceStart = Date.now();
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      if (token?.isCancellationRequested) return;
      await work(item);
      if (Date.now() - sliceStart < slice) continue;
      await new Promise(resolve => setTimeout(resolve, 0));
      sliceStart = Date.now();
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}
