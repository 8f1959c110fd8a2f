import assert from 'node:assert/strict';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOwnFolder } from '../../../src/extension/services/files/ownership';

describe('a folder above the workspace', () => {
  let own: string;
  before(() => {
    own = mkdtempSync(join(tmpdir(), 'session-notes-own-'));
  });
  after(() => rmSync(own, { recursive: true }));

  it('is the user’s own where the file system says so, and somebody else’s where it says that', async () => {
    assert.equal(await isOwnFolder(own), true);
    if (process.platform === 'win32') return;
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chownSync(own, 12345, 12345);
    assert.equal(await isOwnFolder(isRoot ? own : '/'), false);
  });

  it('is nobody’s where it is gone', async () => {
    assert.equal(await isOwnFolder(join(own, 'gone')), process.platform === 'win32');
  });

  it('counts where whose it is cannot be asked, but not in the browser', async () => {
    assert.equal(await isOwnFolder(own, { getBuiltinModule: () => files }), true);
    assert.equal(await isOwnFolder(own, {}), false);
  });
});
