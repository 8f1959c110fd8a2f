import { spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import '../../scripts/yamlReader.cjs';
import { type Counts, closingLine, readClosingLine, sum } from '../../scripts/testing/steps';
import { countShapes } from './countShapes';
import { folderShapes } from './folderShapes';
import { type Growth, growthOf, leastTimeOf, mostGrowth, type Shape } from './growth';
import { targets, textShape, units } from './textShapes';

/**
 * `npm run test:scaling [-- --closely --only "a turn"]`, or of one shape `[-- --shape "a turn of \"a\""]`: whether anything
 * takes more than a little over the time in proportion to its size, whatever a note, a transcript or a file of another
 * program is made of. Processor time over three doublings of the size; no time is too long by itself. Fails, too, where
 * it would not see a square that is there.
 * Garbage is collected by one thread and seldom: what several threads take for it depends on what else the machine does.
 */

/** A text of this length is measured first, in UTF-16 code units. */
const firstLength = 8 * 1024;
/** From one look at two sizes, eight times apart, what grows more slowly than this is not measured any closer. */
const suspicious = 1.15;
const apart = 8;
const looks = 2;
/** Ten times apart. */
const folderSizes = [1000, 10_000];

/** After so many faults the rest is not measured: one step that takes the square can show in hundreds of shapes. */
const mostFaults = 5;
const smallSquare = 1024;
/** What must be found to grow too fast, or nothing here can be believed: it tries the rest of a text at each place. */
const square: Shape = size => {
  const text = `${' '.repeat(size)}x`;
  return () => text.replace(/\s+$/, '');
};

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    shape: { type: 'string' },
    closely: { type: 'boolean' },
    part: { type: 'string' },
  },
});
const [part = 0, parts = 1] = (values.part ?? '').split('/').map(Number);
const faults: string[] = [];
let named = 0;
let looked = 0;
let measured = 0;
const isWhole = values.part === undefined && values.shape === undefined;
const { failed } = isWhole ? await lookInParts() : lookAtAll();
process.exitCode = failed > 0 ? 1 : 0;

/** Looks at as many parts of the shapes at once as there are processors, each in a process of its own. */
async function lookInParts(): Promise<Counts> {
  const count = availableParallelism();
  const outputs = await Promise.all(Array.from({ length: count }, (_, at) => outputOf(`${at}/${count}`)));
  const counts = outputs.map(output => readClosingLine(output) ?? { passed: 0, failed: 1 });
  const all = sum(counts);
  console.log(closingLine(all));
  return all;
}

function outputOf(ofParts: string): Promise<string> {
  const [, file = '', ...args] = process.argv;
  const child = spawn(process.execPath, [...process.execArgv, file, ...args, '--part', ofParts], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    process.stdout.write(chunk);
  });
  return new Promise(resolve => child.on('close', () => resolve(output)));
}

function lookAtAll(): Counts {
  if (growthOf(square, smallSquare, smallSquare).exponent <= mostGrowth) {
    tell('A square that was put in on purpose was not seen.');
  }
  for (const [name, [first, shape]] of Object.entries(countShapes)) look(name, shape, first);
  for (const [name, shape] of Object.entries(folderShapes)) lookAtFolder(name, shape);
  for (const [name, target] of Object.entries(targets)) {
    for (const unit of units)
      look(`${name} of ${JSON.stringify(unit)}`, textShape(target, unit), firstLength);
  }
  if (faults.length >= mostFaults) console.log('There were so many faults that the rest was not measured.');
  const { user, system } = process.cpuUsage();
  console.log(
    `${measured} of ${looked} shapes looked as if they might, and were measured closely: ${Math.round((user + system) / 1e6)} s of processor time.`,
  );
  const counts = { passed: looked - faults.length, failed: faults.length };
  console.log(closingLine(counts));
  return counts;
}

/** Whether a shape is to be looked at here, as far as its name tells. */
function isWanted(name: string): boolean {
  if (values.only !== undefined && !name.includes(values.only)) return false;
  if (values.shape !== undefined && name !== values.shape) return false;
  // Shapes that stand side by side take alike long.
  return named++ % parts === part && faults.length < mostFaults;
}

/** Said at once: what takes the square takes long. */
function tell(fault: string): void {
  faults.push(fault);
  console.log(`✗ ${fault}`);
}

function look(name: string, shape: Shape, first: number): void {
  if (!isWanted(name)) return;
  looked++;
  if (values.shape === undefined && !values.closely && !isSuspicious(shape, first)) return;
  measured++;
  const growth = growthOf(shape, first);
  if (growth.exponent > mostGrowth && (values.shape !== undefined || growsAlone(name)))
    tell(`${name}: ${described(growth)}`);
}

/** A folder takes long to make and to read, so that two sizes must do; where a square would show, it is the larger of them. */
function lookAtFolder(name: string, shape: Shape): void {
  if (values.shape !== undefined || !isWanted(name)) return;
  looked++;
  const grown = () => {
    const [few = 0, many = 0] = folderSizes.map((size, at) => {
      const work = shape(size);
      // So that the engine knows the code: else the smaller size takes too long, and hides a square.
      if (at === 0) for (let time = 0; time < looks; time++) work();
      return leastTimeOf(work, looks);
    });
    return Math.log10(many / few);
  };
  const exponents = [grown()];
  if (Math.min(...exponents) > mostGrowth) exponents.push(grown());
  const exponent = Math.min(...exponents);
  if (exponent > mostGrowth)
    tell(`${name}: grows with the power ${exponent.toFixed(2)} from ${folderSizes.join(' to ')} notes`);
}

/** Whether a shape grows too fast in a process of its own, too: here the memory is full of what other shapes left. */
function growsAlone(name: string): boolean {
  const [, file = ''] = process.argv;
  const { status } = spawnSync(process.execPath, [...process.execArgv, file, '--shape', name]);
  return status !== 0;
}

/** Two looks that cost little, the first at small sizes: most shapes are far from growing too fast. */
function isSuspicious(shape: Shape, first: number): boolean {
  return [first / 8, first / 2].every(size => growsAtOnce(shape, Math.ceil(size)));
}

function growsAtOnce(shape: Shape, size: number): boolean {
  const [small = 0, large = 0] = [size, size * apart].map(each => leastTimeOf(shape(each), looks));
  return Math.log2(large / small) / Math.log2(apart) > suspicious;
}

function described({ exponent, sizes, times }: Growth): string {
  const pairs = times.map((time, at) => `${sizes[at]} in ${time.toFixed(1)} ms`);
  return `grows with the power ${exponent.toFixed(2)} of its size: ${pairs.join(', ')}`;
}
