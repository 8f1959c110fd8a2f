import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import '../../scripts/yamlReader.cjs';
import { removeFolders } from '../unit/cli/commandRun';
import { goldenOutput, goldenRuns, makeCorpora } from './commands';

/** `npm run golden`: records anew what the command line puts out. Commit it on its own, saying why it changed. */

const outputs = 'test/golden/outputs';
rmSync(outputs, { recursive: true, force: true });
mkdirSync(outputs, { recursive: true });
const runs = goldenRuns();
const folders = makeCorpora();
for (const run of runs) writeFileSync(join(outputs, run.name), goldenOutput(run, folders));
removeFolders();
console.log(`${runs.length} outputs recorded in ${outputs}`);
