import type { CancellationToken } from 'vscode';

/** How long, in milliseconds, before the host gets its turn. */
const slice = 12;

/** Does work that yields now and then without keeping the host from anything else; undefined once it is cancelled. */
export async function inSlices<Result>(
  work: Generator<undefined, Result>,
  token: CancellationToken,
): Promise<Result | undefined> {
  let start = Date.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (Date.now() - start < slice) continue;
    await new Promise(resolve => setTimeout(resolve, 0));
    if (token.isCancellationRequested) return undefined;
    start = Date.now();
  }
}
