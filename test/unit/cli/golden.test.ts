import { equal } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenOutput, goldenRuns, makeCorpora } from '../../golden/commands';
import { removeFolders } from './commandRun';

const outputs = 'test/golden/outputs';

describe('what the command line puts out over all examples and fixtures', () => {
  let folders: ReadonlyMap<string, string> = new Map();
  before(() => {
    folders = makeCorpora();
  });
  after(removeFolders);

  const runs = goldenRuns();
  for (const run of runs) {
    it(`is, byte for byte, what was recorded: ${run.name}`, () => {
      // Where the change is meant: npm run golden, and commit that alone.
      equal(goldenOutput(run, folders), readFileSync(join(outputs, run.name), 'utf8'));
    });
  }

  it('was recorded for these commands and no others', () => {
    equal(
      readdirSync(outputs).sort().join(),
      runs
        .map(({ name }) => name)
        .sort()
        .join(),
    );
  });
});
