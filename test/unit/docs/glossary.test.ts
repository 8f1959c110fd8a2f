import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { isExported, pageAt } from './pages';

const glossary = pageAt('docs/glossary.md');

/** A name in code marks and the file that it is said to be in; files of the core stand without `src/core`. */
const NAME_IN_FILE = /`(\w+)`(?: and `(\w+)`)? in `([\w/]+\.ts)`/g;

interface NamedFile {
  readonly names: readonly string[];
  readonly path: string;
}

const named: readonly NamedFile[] = [...glossary.matchAll(NAME_IN_FILE)].map(
  ([, first = '', second, file = '']) => ({
    names: second === undefined ? [first] : [first, second],
    path: file.startsWith('src/') ? file : join('src/core', file),
  }),
);

describe('the glossary', () => {
  it('names files that there are, and what they export', () => {
    assert.ok(named.length > 50);
    for (const { names, path } of named) {
      assert.ok(existsSync(path), path);
      const source = readFileSync(path, 'utf8');
      for (const name of names) assert.ok(isExported(name, source), `${name} in ${path}`);
    }
  });

  it('says of every word where it stands in the code', () => {
    const rows = glossary.split('\n').filter(line => /^\|(?:[^|]+\|){4}$/.test(line));
    const words = rows.filter(row => !/^\| word |^\|---/.test(row));
    assert.ok(words.length > 50);
    assert.deepEqual(
      words.filter(row => row.match(NAME_IN_FILE) === null),
      [],
    );
  });

  it('has each word once', () => {
    const words = [...glossary.matchAll(/^\| ([^|]+) \|(?:[^|]+\|){3}$/gm)].map(([, word = '']) => word);
    const different = new Set(words.filter(word => word !== 'word'));
    assert.deepEqual(
      words.filter(word => word !== 'word'),
      [...different],
    );
  });
});
