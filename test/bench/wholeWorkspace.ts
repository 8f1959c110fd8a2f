import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Row } from './table';

/** How often each is run; the median counts, after one run that warms the file system's cache. */
const runs = 5;

const cli = resolve('dist/npm/cli.js');
const peakMemory = resolve('test/bench/peakMemory.cjs');
const markdownlint = resolve('node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');

/** Times in milliseconds over the same notes, and the peak memory of `check` in megabytes. */
export interface WorkspaceTimes {
  readonly read: number;
  readonly check: number;
  readonly peak: number;
}

/** Times reading alone and `check` over the notes below `folder`. */
export function timeWorkspace(folder: string, paths: readonly string[]): WorkspaceTimes {
  const read = median(() => readAll(paths));
  let peak = 0;
  const check = median(() => {
    const run = spawnSync(
      process.execPath,
      ['--require', peakMemory, cli, 'check', '--format', 'json', folder],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 30,
      },
    );
    // Exit code 1 would mean that the notes have errors, and that something else is measured than was meant.
    if (run.status !== 0) throw new Error(`check ended with ${run.status}: ${run.stderr}`);
    peak = Math.max(peak, Number(/peak (\d+)/.exec(run.stderr)?.[1]) / 1024);
  });
  return { read, check, peak };
}

/** Compares `check` with markdownlint-cli2, whose required-headings rule alone is on, over the notes below `folder`. */
export function compareWithMarkdownlint(folder: string, paths: readonly string[]): readonly Row[] {
  const config = join(folder, '.markdownlint-cli2.jsonc');
  const headings = [
    '*',
    '## Identifikasi dan eksplorasi masalah',
    '*',
    '## Perencanaan pemecahan masalah',
    '*',
  ];
  writeFileSync(config, JSON.stringify({ config: { default: false, MD043: { headings } } }));
  const lint = timed(() => {
    const run = spawnSync(process.execPath, [markdownlint, '**/*.md'], { cwd: folder, encoding: 'utf8' });
    // 1 means that it found something, which is a run all the same.
    if (run.status !== 0 && run.status !== 1)
      throw new Error(`markdownlint-cli2 ended with ${run.status}: ${run.stderr}`);
  });
  const { check } = timeWorkspace(folder, paths);
  return [
    { what: `markdownlint-cli2, required headings only, ${paths.length} notes`, value: lint, unit: 'ms' },
    { what: `session-notes check, ${paths.length} notes`, value: check, unit: 'ms' },
    {
      what: 'markdownlint-cli2 takes so many times as long',
      value: lint / check,
      unit: '×',
      bar: 'at least 20',
    },
  ];
}

function readAll(paths: readonly string[]): void {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let units = 0;
  for (const path of paths) units += decoder.decode(readFileSync(path)).length;
  if (units === 0) throw new Error('nothing was read');
}

function median(run: () => void): number {
  run();
  const times = Array.from({ length: runs }, () => timed(run)).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? Number.NaN;
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
