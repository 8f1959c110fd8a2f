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

/** How many runs go at once: most of a run is waiting, for files to be seen and for typing to pause. */
const atOnce = 2;

/** Runs a suite in each wanted version and host, two at a time, and prints how each went. */
export async function runMatrix(
  subject: MatrixSubject,
  { cells }: IntegrationOptions,
  progress: Progress = stderrProgress(),
): Promise<MatrixResult> {
  const waiting = [...cells];
  const results = new Map<Cell, CellResult>();
  const runWaiting = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      results.set(next, await cellResult(subject, next, progress));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runWaiting));
  const inOrder = cells.flatMap(each => results.get(each) ?? []);
  console.log(`\n${inOrder.map(each => each.summary).join('\n')}`);
  return {
    passed: inOrder.reduce((sum, each) => sum + each.passed, 0),
    failed: inOrder.reduce((sum, each) => sum + each.failed, 0),
  };
}

interface CellResult extends MatrixResult {
  readonly summary: string;
}

/** One run; lines of runs at once are told apart by the name of theirs. */
async function cellResult(subject: MatrixSubject, cell: Cell, progress: Progress): Promise<CellResult> {
  const name = cellName(cell);
  const print = (line: string) => console.log(`${name} │ ${line}`);
  try {
    const result = await runCell(subject, cell, progress, print);
    const failed = result.failed + (result.passed + result.failed === 0 ? 1 : 0);
    return { passed: result.passed, failed, summary: `${name}: ${describeResult(result)}` };
  } catch (error) {
    print(describeFailure(error));
    return { passed: 0, failed: 1, summary: `${name}: no result` };
  }
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
  { version, host, part, language, grep }: Cell,
  progress: Progress,
  print: (line: string) => void,
): Promise<SuiteRunResult> {
  const options: SuiteRunOptions = {
    ...subject,
    settings: {
      ...subject.settings,
      ...(language === undefined ? {} : { 'sessionNotes.language': language }),
    },
    suite: {
      host: host === 'web' ? 'web' : 'node',
      ...(part === undefined ? {} : { part }),
      ...(language === undefined ? {} : { language }),
      ...(grep === undefined ? {} : { grep }),
    },
    onLine: print,
  };
  return host === 'desktop'
    ? runDesktopTests({ ...options, version }, progress)
    : runExtensionTests({ ...options, version, host }, progress);
}
