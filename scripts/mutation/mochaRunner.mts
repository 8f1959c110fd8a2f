import { resolve } from 'node:path';
import type { InstrumenterContext, StrykerOptions } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import Mocha from 'mocha';

/** What the changed code is told and tells: which change is in force, how often it may run, which test runs it. */
const context: { [Key in keyof InstrumenterContext]: InstrumenterContext[Key] | undefined } = {};
Object.assign(globalThis, { __stryker__: context });

/**
 * Runs the unit tests for Stryker, all changes of the code in one process: loading the tests takes longer than most of
 * them do. (Stryker's own runner does not know Mocha 12.)
 */
class MochaRunner implements TestRunner {
  static readonly inject = tokens(commonTokens.options);
  readonly #mocha = new Mocha({ timeout: 0, reporter: Mocha.reporters.Base });

  constructor(options: StrykerOptions) {
    for (const file of options.testFiles) this.#mocha.addFile(resolve(file));
    this.#mocha.cleanReferencesAfterRun(false);
    this.#mocha.suite.beforeEach(function () {
      context.currentTestId = this.currentTest?.fullTitle();
    });
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    for (const file of ['scripts/yamlReader.cjs', 'test/unit/fixedSeed.ts']) await import(resolve(file));
    await this.#mocha.loadFilesAsync();
  }

  async dryRun({ disableBail }: DryRunOptions): Promise<DryRunResult> {
    const result = await this.#run(disableBail);
    const { mutantCoverage } = context;
    return mutantCoverage === undefined ? result : { ...result, mutantCoverage };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, testFilter, disableBail, hitLimit } = options;
    context.hitLimit = hitLimit;
    context.hitCount = hitLimit === undefined ? undefined : 0;
    context.activeMutant = activeMutant.id;
    const titles = testFilter?.map(title => title.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')) ?? ['.*'];
    this.#mocha.grep(new RegExp(`^(?:${titles.join('|')})$`, 's'));
    const result = await this.#run(disableBail);
    context.activeMutant = undefined;
    return toMutantRunResult(determineHitLimitReached(context.hitCount, hitLimit) ?? result);
  }

  #run(disableBail: boolean): Promise<{ status: DryRunStatus.Complete; tests: TestResult[] }> {
    const tests: TestResult[] = [];
    let begun = Date.now();
    const add = (test: Mocha.Runnable, failure?: string): void => {
      const name = test.ctx?.currentTest?.fullTitle() ?? test.fullTitle();
      const told = { id: name, name, timeSpentMs: Date.now() - begun };
      begun = Date.now();
      if (failure === undefined) tests.push({ ...told, status: TestStatus.Success });
      else tests.push({ ...told, status: TestStatus.Failed, failureMessage: failure });
    };
    this.#mocha.bail(!disableBail);
    return new Promise(done => {
      const runner = this.#mocha.run(() => done({ status: DryRunStatus.Complete, tests }));
      runner.on('pass', test => add(test));
      runner.on('fail', (test, error) => add(test, String(error)));
    });
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'session-notes', MochaRunner)];
