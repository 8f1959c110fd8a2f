/** The core, which `npm test` runs, and the rest. */
export type SuitePart = 'core' | 'rest';

/** What the launcher tells the suite inside the extension host. */
export interface SuiteOptions {
  /** Runs only the core of the suite, or only the rest. */
  readonly part?: SuitePart;
  /** Runs only the tests whose full title matches this regular expression. */
  readonly grep?: string;
  /** The host that the launcher chose: Node (of the server or the desktop), or a web worker in the browser. */
  readonly host?: 'node' | 'web';
  /** Which of the benchmarks runs, where the suite is one of benchmarks. */
  readonly measure?: string;
  /** The file that a profile of it is written to, where one is wanted. */
  readonly profile?: string;
  /** The value of `sessionNotes.language` in this run, if the launcher set one. */
  readonly language?: string;
}

const key = 'sessionNotesSuiteOptions';

/**
 * The options that the launcher gave. A web worker has neither environment variables nor arguments, so they
 * come as a global that is set at the end of the suite's bundle.
 */
export function suiteOptions(): SuiteOptions {
  const value: unknown = Reflect.get(globalThis, key);
  return isSuiteOptions(value) ? value : {};
}

/** JavaScript that gives options to the bundle it is appended to. */
export function optionsScript(options: SuiteOptions): string {
  return `\nglobalThis.${key} = ${JSON.stringify(options)};\n`;
}

function isSuiteOptions(value: unknown): value is SuiteOptions {
  return typeof value === 'object' && value !== null;
}
