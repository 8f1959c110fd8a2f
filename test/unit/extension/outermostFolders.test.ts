import assert from 'node:assert/strict';
import { outermostFolders } from '../../../src/extension/services/files/outermostFolders';

const at = (path: string, authority = '') => ({ scheme: 'file', authority, path });
const pathsOf = (...paths: readonly string[]) =>
  outermostFolders(paths.map(path => at(path))).map(({ path }) => path);

describe('Folders that change together', () => {
  it('are cut down to those that lie in no other, each once', () => {
    assert.deepEqual(pathsOf('/p/a/b/c', '/p/a', '/p/a/b', '/p/d/e', '/p/a'), ['/p/a', '/p/d/e']);
  });

  it('are told apart by whole names', () => {
    assert.deepEqual(pathsOf('/p/a', '/p/a-b', '/p/a/c', '/p/ab', '/p/a.md'), [
      '/p/a-b',
      '/p/a.md',
      '/p/a',
      '/p/ab',
    ]);
  });

  it('are told apart by where they are', () => {
    assert.equal(outermostFolders([at('/p', 'a'), at('/p/q', 'b')]).length, 2);
  });
});
