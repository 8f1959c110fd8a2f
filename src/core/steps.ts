/** Work that is done in steps, so that whoever has other things to do pauses between them. */
export type Steps<Result> = Generator<void, Result, undefined>;

/** How many items are worked on in one step, where each takes little. */
const ITEMS_AT_ONCE = 200;

/** What `make` makes of each item, many items at a step. */
export function* mapInSteps<Item, Made>(
  items: readonly Item[],
  make: (item: Item, at: number) => Made,
): Steps<Made[]> {
  const made: Made[] = [];
  for (const [at, item] of items.entries()) {
    made.push(make(item, at));
    if (at % ITEMS_AT_ONCE === 0) yield;
  }
  return made;
}

/** Does all of it at once. */
export function runToEnd<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
