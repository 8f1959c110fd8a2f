import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Row } from './table';

const cli = resolve('dist/npm/cli.js');
const usage = resolve('test/bench/usage.cjs');
const markdownlint = resolve('node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');

/** What a command took: time on the clock and of processors in milliseconds, memory at its most in megabytes. */
interface Usage {
  readonly wall: number;
  readonly processor: number;
  readonly peak: number;
}

/**
 * What `check` takes of a corpus, beside reading and decoding its files: processor time, which other work on the machine
 * changes least, less that of a run over nothing; the median of `runs`, taken in turns.
 */
export interface WorkspaceTimes {
  readonly read: number;
  readonly check: number;
  readonly peak: number;
}

/** Measures a command over the notes at `paths`, which lie below `folder`; `empty` is a folder with nothing in it. */
export function timeWorkspace(
  command: readonly string[],
  folder: string,
  paths: readonly string[],
  empty: string,
  runs: number,
): WorkspaceTimes {
  const rounds = Array.from({ length: runs }, () => ({
    read: processorTime(() => readAll(paths)),
    all: runCli([...command, folder]),
    start: runCli([...command, empty]),
  }));
  return {
    read: median(rounds.map(({ read }) => read)),
    check: median(rounds.map(({ all, start }) => all.processor - start.processor)),
    peak: Math.max(...rounds.map(({ all }) => all.peak)),
  };
}

/** Compares `check` with markdownlint-cli2, whose required-headings rule alone is on, over the notes below `folder`. */
export function compareWithMarkdownlint(folder: string, count: number, runs: number): readonly Row[] {
  const config = join(folder, '.markdownlint-cli2.jsonc');
  const headings = [
    '*',
    '## Identifikasi dan eksplorasi masalah',
    '*',
    '## Perencanaan pemecahan masalah',
    '*',
  ];
  writeFileSync(config, JSON.stringify({ config: { default: false, MD043: { headings } } }));
  const rounds = Array.from({ length: runs }, () => ({
    lint: run([markdownlint, '**/*.md'], folder).wall,
    check: runCli(['check', '--format', 'json', folder]).wall,
  }));
  const lint = median(rounds.map(each => each.lint));
  const check = median(rounds.map(each => each.check));
  return [
    { what: `markdownlint-cli2, required headings only, ${count} notes`, value: lint, unit: 'ms' },
    { what: `session-notes check, ${count} notes`, value: check, unit: 'ms' },
    {
      what: 'markdownlint-cli2 takes so many times as long',
      value: lint / check,
      unit: '×',
      bar: 'at least 20',
    },
  ];
}

function runCli(args: readonly string[]): Usage {
  return run([cli, ...args], process.cwd());
}

/** Runs a program of Node. Exit code 1 means that it found something, which is a run all the same. */
function run(args: readonly string[], cwd: string): Usage {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--require', usage, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const wall = performance.now() - start;
  const [, peak, cpu] = /peak (\d+) cpu (\d+)\n$/.exec(stderr) ?? [];
  if ((status !== 0 && status !== 1) || peak === undefined || cpu === undefined)
    throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return { wall, processor: Number(cpu) / 1000, peak: Number(peak) / 1024 };
}

function readAll(paths: readonly string[]): void {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let units = 0;
  for (const path of paths) units += decoder.decode(readFileSync(path)).length;
  if (units === 0) throw new Error('nothing was read');
}

function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
