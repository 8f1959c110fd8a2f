import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Row } from './table';

const cli = resolve('dist/npm/cli.js');
const usage = resolve('test/bench/usage.cjs');
const reading = resolve('test/bench/readAll.cjs');
const markdownlint = resolve('node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');

/** What a program took: time on the clock, of its main thread and of all, in milliseconds, and memory at its most in megabytes. */
interface Usage {
  readonly wall: number;
  readonly main: number;
  readonly all: number;
  readonly peak: number;
}

/**
 * What a command takes of a corpus beside reading and decoding its files: processor time of the main thread, which other
 * work on the machine changes least, less that of a run over nothing; the median of `runs`, taken in turns. `all` is the
 * same of all threads: what compiles and collects garbage runs beside.
 */
export interface WorkspaceTimes {
  readonly read: number;
  readonly check: number;
  readonly all: number;
  readonly peak: number;
}

/** Measures a command over the notes in the folders of `folder`; `empty` is a folder with nothing in it. */
export function timeWorkspace(
  command: readonly string[],
  folder: string,
  empty: string,
  runs: number,
): WorkspaceTimes {
  const rounds = Array.from({ length: runs }, () => ({
    read: readingOf(folder, empty),
    notes: runCli([...command, folder]),
    start: runCli([...command, empty]),
  }));
  return {
    read: median(rounds.map(({ read }) => read)),
    check: median(rounds.map(({ notes, start }) => notes.main - start.main)),
    all: median(rounds.map(({ notes, start }) => notes.all - start.all)),
    peak: Math.max(...rounds.map(({ notes }) => notes.peak)),
  };
}

function readingOf(folder: string, empty: string): number {
  return run([reading, folder], process.cwd()).main - run([reading, empty], process.cwd()).main;
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
  const [, peak, main, all] = /peak (\S+) main (\S+) all (\S+)\n$/.exec(stderr) ?? [];
  if ((status !== 0 && status !== 1) || peak === undefined)
    throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return { wall, main: Number(main), all: Number(all), peak: Number(peak) / 1024 };
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
