import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { readClosingLine, run, type Step, sum } from './testing/steps';

/**
 * `npm run soak`: runs the window tests of `npm test` ten times, every second time with all cores kept busy, and writes a
 * table of the runs to `out/soak.md`. `--rounds N` says how many times.
 */

const steps: readonly Step[] = [
  { name: 'Integration tests: the core', command: ['tsx', 'test/host/runIntegration.mts', '--core'] },
  {
    name: 'End-to-end tests: the journeys',
    command: ['tsx', 'test/e2e/run.mts', '--version', 'lowest', '--journeys'],
  },
].map(step => ({ ...step, count: readClosingLine }));

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a number from 1.');

const rows = ['| run | cores | passed | failed | seconds |', '|---|---|---|---|---|'];
let failed = 0;
for (let round = 1; round <= rounds; round++) {
  const isBusy = round % 2 === 0;
  const load = isBusy ? keepBusy() : [];
  const started = Date.now();
  const counts = [];
  for (const step of steps) counts.push(await run(step));
  for (const each of load) each.kill();
  const all = sum(counts);
  failed += all.failed;
  const took = Math.round((Date.now() - started) / 1000);
  rows.push(`| ${round} | ${isBusy ? 'busy' : 'free'} | ${all.passed} | ${all.failed} | ${took} |`);
  // After each run, so that a broken-off one tells what it has.
  writeFileSync('out/soak.md', `${rows.join('\n')}\n`);
}
console.log(`\n${rows.join('\n')}`);
process.exitCode = failed > 0 ? 1 : 0;

/** A process for each core that does nothing but count. */
function keepBusy(): readonly ChildProcess[] {
  return Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
}
