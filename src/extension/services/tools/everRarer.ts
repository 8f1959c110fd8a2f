/**
 * Makes a function that does `work` when it is called for the first time after `first` milliseconds, and again each time
 * that twice as much time has passed: of long work something is seen soon, and little time goes into showing it.
 *
 * @param now the time in milliseconds
 */
export function everRarer(first: number, work: () => void, now: () => number = Date.now): () => void {
  const start = now();
  let due = first;
  return () => {
    const passed = now() - start;
    if (passed < due) return;
    due = 2 * passed;
    work();
  };
}
