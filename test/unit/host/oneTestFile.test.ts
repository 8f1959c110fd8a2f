import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

describe('the command that CONTRIBUTING.md gives for one test file', () => {
  it('runs that file alone, with the time that all tests have', () => {
    const [, args] = /one file: `npx (mocha [^`]*)`/.exec(readFileSync('CONTRIBUTING.md', 'utf8')) ?? [];
    const [command = '', ...rest] =
      args?.replace(/\S+$/, 'test/fixtures/oneTest/time.test.ts').split(' ') ?? [];
    assert.equal(command, 'mocha');
    const { stdout, status } = spawnSync(process.execPath, ['node_modules/mocha/bin/mocha.js', ...rest], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout);
    assert.match(stdout, /^ *1 passing/m);
  });
});
