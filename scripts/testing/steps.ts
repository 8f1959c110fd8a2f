import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** One of the checks that a run of tests consists of. */
export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Reads how many tests passed and failed from the output; a step without it counts as one. */
  readonly count?: (output: string) => Counts | undefined;
}

/** How many tests passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** What a step came to. */
interface Result extends Counts {
  /** The lines that name a test that failed, and why. */
  readonly failures: readonly string[];
}

/**
 * Runs one step after another, each with its own output and its time, and prints one closing line over all of them. Steps
 * of one list run side by side; the output of each comes whole, as it ends.
 */
export async function runSteps(steps: readonly (Step | readonly Step[])[]): Promise<Counts> {
  const results: Counts[] = [];
  for (const each of steps) {
    if ('name' in each) results.push(await runTimed(each));
    else results.push(...(await Promise.all(each.map(step => runTimed(step, true)))));
  }
  const all = sum(results);
  console.log(`\n${closingLine(all)}`);
  return all;
}

async function runTimed(step: Step, isBesideOthers = false): Promise<Counts> {
  const started = Date.now();
  const title = `\n== ${step.name}`;
  if (!isBesideOthers) console.log(title);
  const result = await run(step, isBesideOthers ? output => console.log(`${title}\n${output}`) : undefined);
  console.log(`== ${step.name}: ${seconds(started)}`);
  return result;
}

/** All counts together. */
export function sum(counts: readonly Counts[]): Counts {
  return {
    passed: counts.reduce((total, { passed }) => total + passed, 0),
    failed: counts.reduce((total, { failed }) => total + failed, 0),
  };
}

/** The last line of a run. */
export function closingLine({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}

/** The counts of the last closing line in an output. */
export function readClosingLine(output: string): Counts | undefined {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  return last === undefined ? undefined : { passed: Number(last[1]), failed: Number(last[2]) };
}

/** The counts at the end of mocha's usual report. */
export function readMochaCounts(output: string): Counts | undefined {
  const passing = /(\d+) passing/.exec(output)?.[1];
  if (passing === undefined) return undefined;
  return { passed: Number(passing), failed: Number(/(\d+) failing/.exec(output)?.[1] ?? 0) };
}

/**
 * Runs a step to its end; one that says nothing of tests, where it should, has failed. Its output is printed as it comes,
 * unless `print` takes it at the end.
 */
export async function run({ name, command, count }: Step, print?: (output: string) => void): Promise<Result> {
  const { output, code } = await spawned(command, print === undefined);
  print?.(output);
  const passedOrNot = code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 0 };
  const { passed, failed } = (count === undefined ? passedOrNot : count(output)) ?? { passed: 0, failed: 0 };
  const failures = failuresIn(output);
  if (failed > 0 || (code === 0 && passed > 0)) return { passed, failed, failures };
  // A runner that ends badly after its tests passed has failed all the same, and so has one that ran none.
  const failure = `✗ ${name}: exit code ${code}${code === 0 ? ', no test was run' : ''}`;
  console.log(failure);
  return { passed, failed: 1, failures: [...failures, failure] };
}

/** How many lines behind the name of a test that failed say why. */
const reasonLines = 6;

/** The lines in which mocha and the runners in VS Code name a test that failed, and why, without colors. */
function failuresIn(output: string): readonly string[] {
  const lines = stripVTControlCharacters(output).split('\n');
  const named = lines.flatMap((line, at) => (/✗ |^ +\d+\) /.test(line) ? [at] : []));
  const shown = new Set(named.flatMap(at => Array.from({ length: reasonLines + 1 }, (_, more) => at + more)));
  return lines.filter((_, at) => shown.has(at));
}

function spawned(
  [file = '', ...args]: readonly string[],
  isShownAtOnce: boolean,
): Promise<{ output: string; code: number }> {
  return new Promise((resolve, reject) => {
    // An npm script has node_modules/.bin on its PATH; a shell finds the .cmd files there on Windows.
    const child = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (isShownAtOnce) process.stdout.write(chunk);
    });
    child.on('error', reject);
    child.on('close', code => resolve({ output, code: code ?? 1 }));
  });
}

/** The time since `started`, such as `2 min 5 s`. */
function seconds(started: number): string {
  const all = Math.round((Date.now() - started) / 1000);
  return all < 60 ? `${all} s` : `${Math.floor(all / 60)} min ${all % 60} s`;
}
