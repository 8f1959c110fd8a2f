// Defines the global class Mocha.
import 'mocha/mocha.js';
import type { Runner, Suite, Test } from 'mocha';
import { suiteLine } from './suiteLines';

/** Lines of a stack that a failure shows. */
const stackLines = 8;

/** The suite's bundle as stacks name it: a path, or in a web worker an address. */
const longName = /(?:[\w-]+:\/)?\/[^\s()]*\/suite\.js(?:#[\w-]+)?/;

/**
 * Prints a run of mocha for the launcher: suites, tests with their time, and each failure in full where it happens.
 */
export class SuiteReporter extends Mocha.reporters.Base {
  #depth = 0;

  constructor(runner: Runner) {
    super(runner);
    runner.on('suite', (suite: Suite) => {
      if (!suite.root) {
        this.#print(suite.title);
        this.#depth += 1;
      }
    });
    runner.on('suite end', (suite: Suite) => {
      this.#depth -= suite.root ? 0 : 1;
    });
    runner.on('pass', (test: Test) => this.#print(`✓ ${test.title} (${test.duration ?? 0} ms)`));
    runner.on('pending', (test: Test) => this.#print(`- ${test.title}`));
    runner.on('fail', (test: Test, error: unknown) => this.#printFailure(test, error));
  }

  #printFailure(test: Test, error: unknown): void {
    this.#print(`✗ ${test.title}`);
    for (const line of describeError(error)) {
      this.#print(`    ${line}`);
    }
  }

  #print(text: string): void {
    console.log(suiteLine('  '.repeat(this.#depth) + text));
  }
}

/** Message and the top of the stack of whatever a test threw. */
function describeError(error: unknown): readonly string[] {
  if (!(error instanceof Error)) {
    return [String(error)];
  }
  const stack = (error.stack ?? '')
    .split('\n')
    .filter(line => line.trimStart().startsWith('at '))
    .map(line => line.trim().replace(longName, 'suite.js'));
  return [...error.message.split('\n'), ...stack.slice(0, stackLines)];
}
