/**
 * A failure that the person at the terminal can do something about.
 *
 * `message` says what happened, `advice` what to do next; both are full sentences.
 */
export class HostFailure extends Error {
  override readonly name = 'HostFailure';
  readonly advice: string;

  constructor(what: string, advice: string) {
    super(what);
    this.advice = advice;
  }
}

/** TypeScript runners name whole modules in a stack; longer lines are cut to this many characters. */
const longestLine = 400;

/** Text for the terminal: what happened and what to do, or the stack of an error nobody foresaw. */
export function describeFailure(error: unknown): string {
  if (isHostFailure(error)) {
    return `${error.message}\n${error.advice}`;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text
    .split('\n')
    .map(line => line.slice(0, longestLine))
    .join('\n');
}

// By name, as a TypeScript runner may load this module twice, once for `import` and once for `require`.
function isHostFailure(error: unknown): error is HostFailure {
  return error instanceof Error && error.name === 'HostFailure' && 'advice' in error;
}
