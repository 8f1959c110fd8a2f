import { spawn } from 'node:child_process';

/** `npm test`: every check in turn, each with its own output, and one closing line over all of them. */

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Reads how many tests passed and failed from the output; a step without it counts as one. */
  readonly count?: (output: string) => Counts | undefined;
  /** Whether it runs in a real window, for which VS Code and a browser are fetched. */
  readonly needsHosts?: boolean;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const steps: readonly Step[] = [
  { name: 'Lint', command: ['biome', 'check', '.'] },
  { name: 'Exports', command: ['tsx', 'scripts/checkExports.mts'] },
  { name: 'Types', command: ['tsc', '--noEmit'] },
  { name: 'Types of the core alone', command: ['tsc', '--noEmit', '-p', 'src/core'] },
  { name: 'Types of the pages', command: ['tsc', '--noEmit', '-p', 'src/webview'] },
  { name: 'Build', command: ['tsx', 'scripts/build.mts', '--minify'] },
  { name: 'Bundles', command: ['tsx', 'scripts/checkBundles.mts'] },
  {
    name: 'Packages',
    command: [
      'mocha',
      '--no-config',
      '--require',
      'tsx/cjs',
      '--timeout',
      '600000',
      'test/package/package.test.ts',
    ],
    count: mochaCounts,
  },
  { name: 'Unit tests', command: ['mocha'], count: mochaCounts },
  { name: 'Grammar tests', command: ['tsx', 'test/grammar/run.mts'], count: closingLine },
  {
    name: 'Integration tests',
    command: ['tsx', 'test/host/runIntegration.mts'],
    count: closingLine,
    needsHosts: true,
  },
  { name: 'End-to-end tests', command: ['tsx', 'test/e2e/run.mts'], count: closingLine, needsHosts: true },
];

let passed = 0;
let failed = 0;
// Meanwhile, as most of it is waiting for the network.
const hosts = spawned(['tsx', 'scripts/fetchHosts.mts']);
for (const step of steps) {
  if (step.needsHosts === true) await hosts;
  console.log(`\n== ${step.name}`);
  const counts = await run(step);
  passed += counts.passed;
  failed += counts.failed;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function run({ name, command, count }: Step): Promise<Counts> {
  const { output, code } = await spawned(command);
  const counts =
    count === undefined ? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 } : count(output);
  if (counts === undefined || (counts.passed === 0 && counts.failed === 0)) {
    console.log(`${name}: no test was run (exit code ${code})`);
    return { passed: 0, failed: 1 };
  }
  // A runner that ends badly after its tests passed has failed all the same.
  return code !== 0 && counts.failed === 0 ? { passed: counts.passed, failed: 1 } : counts;
}

function spawned([file = '', ...args]: readonly string[]): Promise<{ output: string; code: number }> {
  return new Promise((resolve, reject) => {
    // `npm test` puts node_modules/.bin on the PATH; a shell finds the .cmd files there on Windows.
    const child = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      process.stdout.write(chunk);
    });
    child.on('error', reject);
    child.on('close', code => resolve({ output, code: code ?? 1 }));
  });
}

function mochaCounts(output: string): Counts | undefined {
  const passing = /(\d+) passing/.exec(output)?.[1];
  if (passing === undefined) return undefined;
  return { passed: Number(passing), failed: Number(/(\d+) failing/.exec(output)?.[1] ?? 0) };
}

function closingLine(output: string): Counts | undefined {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  return last === undefined ? undefined : { passed: Number(last[1]), failed: Number(last[2]) };
}
