import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

/**
 * `npm run mutate -- FOLDER [FILE…]`: changes the code of a folder of the core (or of some of its files) here and there,
 * and tells which changes the unit tests of that folder do not notice. A folder takes hours; `--every 8` tries an
 * eighth of its lines. Run again, it tries only what changed since. The report is in `out/mutation/`.
 */

const usage = `Usage: npm run mutate -- FOLDER [FILE…] [--every N] [--jobs N]
For example: npm run mutate -- note dates.ts; npm run mutate -- note --every 8`;
/** So many lines in a row are tried, or left out. */
const chunk = 10;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '1' }, jobs: { type: 'string', default: '1' } },
});
const [folder = '', ...files] = positionals;
const code = join('src/core', folder);
const tests = join('test/unit', folder);
const [every, jobs] = [values.every, values.jobs].map(Number);
if (folder === '' || !existsSync(code) || !existsSync(tests) || !every || !jobs) {
  console.error(usage);
  process.exit(1);
}

// A change that no test notices is tried by all of them: what is drawn at random is drawn less often.
process.env['SESSION_NOTES_DRAWS'] = '25';
// Stryker does its work in processes of its own, which read TypeScript, too.
process.env['NODE_OPTIONS'] = '--import tsx';

const report = `out/mutation/${folder}`;
await new Stryker({
  mutate: filesIn(code, '.ts')
    .filter(file => files.length === 0 || files.includes(basename(file)))
    .flatMap(linesOf)
    .filter((_, at) => at % every === 0),
  testRunner: 'session-notes',
  plugins: [resolve('scripts/mutation/mochaRunner.mts')],
  testFiles: [...filesIn(tests, '.test.ts')],
  ignorePatterns: ['dist', 'out', '.vscode-test', '*.vsix', '*.tgz'],
  coverageAnalysis: 'perTest',
  // What is done when a module is loaded would be tried by loading all modules and tests again, one change at a time.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `${report}.json`,
  concurrency: jobs,
  // Endless loops are known by how often they run; a busy machine is not to be taken for one.
  timeoutMS: 600_000,
  // Stryker reads it by an interface that TypeScript 7 does not have, and nothing here asks for it.
  tsconfigFile: 'none.json',
  tempDirName: 'out/mutation/work',
  reporters: ['progress-append-only', 'clear-text', 'html'],
  htmlReporter: { fileName: `${report}.html` },
  clearTextReporter: { allowEmojis: false, logTests: false, reportTests: false },
}).runMutationTest();

function filesIn(within: string, ending: string): readonly string[] {
  return readdirSync(within, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith(ending))
    .sort()
    .map(file => join(within, file));
}

/** The lines of a file in chunks, as Stryker names them: `file:first-last`, from 1. */
function linesOf(file: string): readonly string[] {
  const count = readFileSync(file, 'utf8').split('\n').length;
  return Array.from(
    { length: Math.ceil(count / chunk) },
    (_, at) => `${file}:${at * chunk + 1}-${(at + 1) * chunk}`,
  );
}
