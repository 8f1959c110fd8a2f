import assert from 'node:assert/strict';
import { type FolderEntry, type FolderWalk, walk } from '../../../src/extension/services/files/walk';

/** A folder of folders and files; one whose name ends with `@` is neither. */
interface Tree {
  readonly [name: string]: Tree | '';
}

const tree: Tree = {
  'a.md': '',
  'b.txt': '',
  'c.md@': '',
  K: { 'a.md': '', 2026: { 'b.md': '' } },
  L: { 'd.md': '' },
};

/** Walks through the tree at `/p` for Markdown; `asked` tells which folders were looked at. */
async function found(options: Partial<FolderWalk> = {}, asked: string[] = []) {
  const entriesOf = async (path: string): Promise<readonly FolderEntry[]> => {
    asked.push(path);
    const folder = path
      .split('/')
      .slice(2)
      .filter(name => name !== '')
      .reduce<Tree | '' | undefined>((at, name) => (at === undefined || at === '' ? at : at[name]), tree);
    return Object.entries(folder ?? {}).map(([name, inner]) => ({ name, kind: kindOf(name, inner) }));
  };
  const paths = await walk('/p', {
    entriesOf,
    fits: path => /\.md@?$/.test(path),
    enters: () => true,
    mostFolders: 10,
    ...options,
  });
  return paths && [...paths].sort();
}

function kindOf(name: string, inner: Tree | ''): FolderEntry['kind'] {
  if (inner !== '') return 'folder';
  return name.endsWith('@') ? 'other' : 'file';
}

describe('A walk through folders', () => {
  it('finds the files that fit, at any depth', async () => {
    assert.deepEqual(await found(), ['/p/K/2026/b.md', '/p/K/a.md', '/p/L/d.md', '/p/a.md']);
  });

  it('looks at no folder that is not entered', async () => {
    const asked: string[] = [];
    assert.deepEqual(await found({ enters: name => name !== 'K' }, asked), ['/p/L/d.md', '/p/a.md']);
    assert.deepEqual(asked.sort(), ['/p', '/p/L']);
  });

  it('is given up where there are more folders than it goes into', async () => {
    assert.notEqual(await found({ mostFolders: 4 }), undefined);
    assert.equal(await found({ mostFolders: 3 }), undefined);
  });

  it('begins at the top of a disk, too', async () => {
    const entriesOf = async (): Promise<readonly FolderEntry[]> => [{ name: 'a.md', kind: 'file' }];
    const options = { entriesOf, fits: () => true, enters: () => false, mostFolders: 1 };
    assert.deepEqual(await walk('/', options), ['/a.md']);
  });
});
