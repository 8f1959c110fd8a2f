// The browser build works in Node hosts and web workers alike; it defines the global class Mocha.
import 'mocha/mocha.js';
import { endLine, type SuiteResult } from './suiteLines';
import { suiteOptions } from './suiteOptions';
import { SuiteReporter } from './suiteReporter';

/** How long one test may take, in milliseconds: longer than what it waits for, so that a failure says what that was. */
const testTimeoutMs = 600_000;

/**
 * The test files of a suite, in their order. Each is loaded when it is needed (`() => import('./x.test')`): they call the
 * globals `describe` and `it`, which exist only from then on.
 */
export interface SuiteFiles {
  readonly core: readonly (() => Promise<unknown>)[];
  readonly rest: readonly (() => Promise<unknown>)[];
}

/**
 * Runs test files with mocha inside an extension host and prints the result for the launcher.
 *
 * @throws Error if a test fails or none runs, which makes VS Code end with an error code
 */
export async function runSuite({ core, rest }: SuiteFiles): Promise<void> {
  const { grep, host, part } = suiteOptions();
  requireHost(host);
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: testTimeoutMs,
    reporter: SuiteReporter,
    ...(grep === undefined ? {} : { grep: new RegExp(grep) }),
  });
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  for (const load of [...(part === 'rest' ? [] : core), ...(part === 'core' ? [] : rest)]) {
    await load();
  }
  const result = await run(mocha);
  console.log(endLine(result));
  if (result.failed > 0 || result.passed === 0) {
    throw new Error(`${result.passed} passed, ${result.failed} failed`);
  }
}

function run(mocha: Mocha): Promise<SuiteResult> {
  return new Promise(resolve => {
    const runner = mocha.run(failed => {
      const { passes: passed = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed, failed, pending });
    });
  });
}

/** A suite in the wrong host would pass without having tested anything of the other. */
function requireHost(expected: 'node' | 'web' | undefined): void {
  const actual = typeof process === 'undefined' ? 'web' : 'node';
  if (expected !== undefined && actual !== expected) {
    throw new Error(`The suite runs in the ${actual} host, not in the ${expected} host it was started for.`);
  }
}
