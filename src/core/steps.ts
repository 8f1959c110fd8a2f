/** Work that is done in steps, so that whoever has other things to do pauses between them. */
export type Steps<Result> = Generator<void, Result, undefined>;

/** Does all of it at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
