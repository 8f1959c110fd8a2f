import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

/**
 * `npm run mutate -- FOLDER [FILE…]`: changes the code of a folder of the core (or of some of its files) here and there,
 * and tells which changes the unit tests of that folder do not notice. A folder takes an hour and more; run again, it
 * tries only what changed since. The report is in `out/mutation/`.
 */

const usage =
  'Usage: npm run mutate -- FOLDER [FILE…] [--jobs N]   for example: npm run mutate -- note dates.ts';
const { values, positionals } = parseArgs({ allowPositionals: true, options: { jobs: { type: 'string' } } });
const [folder = '', ...files] = positionals;
const code = `src/core/${folder}`;
const tests = `test/unit/${folder}`;
if (folder === '' || !existsSync(code) || !existsSync(tests)) {
  console.error(usage);
  process.exit(1);
}

// A change that no test notices is tried by all of them: what is drawn at random is drawn less often.
process.env['SESSION_NOTES_DRAWS'] = '25';

const report = `out/mutation/${folder}`;
await new Stryker({
  mutate: (files.length > 0 ? files : ['*.ts']).map(file => `${code}/**/${file}`),
  testRunner: 'session-notes',
  plugins: [resolve('scripts/mutation/mochaRunner.mts')],
  testRunnerNodeArgs: ['--import', 'tsx'],
  testFiles: readdirSync(tests)
    .filter(file => file.endsWith('.test.ts'))
    .map(file => `${tests}/${file}`),
  ignorePatterns: ['dist', 'out', '.vscode-test', '*.vsix', '*.tgz'],
  coverageAnalysis: 'perTest',
  // What is done when a module is loaded would be tried by loading all modules and tests again, one change at a time.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `${report}.json`,
  concurrency: Number(values.jobs ?? 1),
  // A change may make a loop endless; a busy machine is not to be taken for one.
  timeoutMS: 60_000,
  // Stryker reads it by an interface that TypeScript 7 does not have, and nothing here asks for it.
  tsconfigFile: 'none.json',
  tempDirName: 'out/mutation/work',
  reporters: ['progress-append-only', 'clear-text', 'html'],
  htmlReporter: { fileName: `${report}.html` },
  clearTextReporter: { allowEmojis: false, reportTests: false },
}).runMutationTest();
