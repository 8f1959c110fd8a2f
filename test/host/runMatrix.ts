import { describeFailure } from '../../scripts/host/failure';
import { type Progress, stderrProgress } from '../../scripts/host/progress';
import { runDesktopTests } from './desktopTests';
import { runExtensionTests } from './extensionTests';
import { type Cell, cellName, type IntegrationOptions } from './integrationOptions';
import type { SuiteRunOptions, SuiteRunResult } from './suiteRun';

/** What every run of the matrix shares. */
export type MatrixSubject = Pick<SuiteRunOptions, 'extensionPath' | 'testsBundle' | 'workspace' | 'settings'>;

/** The sum over the runs. */
export interface MatrixResult {
  readonly passed: number;
  /** Failed tests, and runs that ended without a result or without a test. */
  readonly failed: number;
}

/** Runs a suite in each wanted version and host, one after another, and prints how each went. */
export async function runMatrix(
  subject: MatrixSubject,
  { cells, grep }: IntegrationOptions,
  progress: Progress = stderrProgress(),
): Promise<MatrixResult> {
  const summary: string[] = [];
  let passed = 0;
  let failed = 0;
  for (const cell of cells) {
    const name = cellName(cell);
    console.log(`\nVS Code ${name}`);
    try {
      const result = await runCell(subject, cell, grep, progress);
      passed += result.passed;
      failed += result.failed + (result.passed + result.failed === 0 ? 1 : 0);
      summary.push(`${name}: ${describeResult(result)}`);
    } catch (error) {
      failed += 1;
      console.log(describeFailure(error));
      summary.push(`${name}: no result`);
    }
  }
  console.log(`\n${summary.join('\n')}`);
  return { passed, failed };
}

function describeResult({ passed, failed, pending, durationMs }: SuiteRunResult): string {
  if (passed + failed === 0) {
    return 'no test was run';
  }
  const skipped = pending === 0 ? '' : `, ${pending} skipped`;
  return `${passed} passed, ${failed} failed${skipped} (${(durationMs / 1000).toFixed(1)} s)`;
}

function runCell(
  subject: MatrixSubject,
  { version, host, language }: Cell,
  grep: string | undefined,
  progress: Progress,
): Promise<SuiteRunResult> {
  const options: SuiteRunOptions = {
    ...subject,
    settings: {
      ...subject.settings,
      ...(language === undefined ? {} : { 'sessionNotes.language': language }),
    },
    suite: {
      host: host === 'web' ? 'web' : 'node',
      ...(language === undefined ? {} : { language }),
      ...(grep === undefined ? {} : { grep }),
    },
    onLine: line => console.log(`  ${line}`),
  };
  return host === 'desktop'
    ? runDesktopTests({ ...options, version }, progress)
    : runExtensionTests({ ...options, version, host }, progress);
}
