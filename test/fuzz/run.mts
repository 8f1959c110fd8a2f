import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import '../../scripts/yamlReader.cjs';
import { readCorpus } from './corpus';
import { Random } from './random';
import { targets } from './targets';

/**
 * `npm run fuzz -- --inputs 1000000 --seed 7 [--target notes]`: puts texts, bytes and arguments into the program that
 * nobody would write, and looks whether its promises hold. The same seed gives the same inputs. What breaks one is
 * written to `out/fuzz/`; a small version of it belongs into `test/fuzz/corpus/`, with the mend.
 */

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string' },
  },
});
/** An input that takes longer than this, in milliseconds of processor time, hangs as far as a user can tell. */
const longest = 3000;
const mostShown = 5;
const output = 'out/fuzz';

const corpus = readCorpus();
const chosen = Object.entries(targets).filter(
  ([name]) => values.target === undefined || name === values.target,
);
const shares = chosen.reduce((sum, [, [share]]) => sum + share, 0);
let passed = 0;
let failed = 0;
for (const [name, [share, target]] of chosen) {
  const count = Math.ceil((Number(values.inputs) * share) / shares);
  const started = process.cpuUsage();
  let broken = 0;
  for (let index = 0; index < count; index++) {
    let told = '';
    const random = new Random(Number(values.seed) * 1_000_003 + index);
    const fault = faultOf(() =>
      target(corpus, random, input => {
        told = input;
      }),
    );
    if (fault === undefined) continue;
    broken++;
    if (broken <= mostShown) keep(`${name}-${values.seed}-${index}`, told, fault);
  }
  passed += count - broken;
  failed += broken;
  const { user, system } = process.cpuUsage(started);
  console.log(
    `${name.padEnd(10)} ${String(count).padStart(8)} inputs  ${String(broken).padStart(5)} broken  ${Math.round((user + system) / 1e6)} s`,
  );
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function faultOf(input: () => void): string | undefined {
  const started = process.cpuUsage();
  try {
    input();
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000 > longest ? `took ${Math.round((user + system) / 1000)} ms` : undefined;
}

function keep(name: string, input: string, fault: string): void {
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, `${name}.txt`), input);
  writeFileSync(join(output, `${name}.fault.txt`), `${fault}\n`);
  console.log(`${name}: ${fault.split('\n')[0]}`);
}
