import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileGlob } from '../../../src/core/config/glob';
import { within } from '../processorTime';

function fits(glob: string, path: string): boolean | undefined {
  return compileGlob(glob)?.(path);
}

describe('a glob', () => {
  const fitting: readonly (readonly [glob: string, path: string])[] = [
    ['**/*.session.md', 'a.session.md'],
    ['**/*.session.md', 'klien/2026/a.session.md'],
    ['*.md', 'a.md'],
    ['notes/*/x-?.md', 'notes/k/x-1.md'],
    ['archive/**', 'archive/a/b.md'],
    ['archive/**', 'archive'],
    ['archive/', 'archive/a.md'],
    ['./archive/**', 'archive/a.md'],
    ['/archive/**', 'archive/a.md'],
    ['**/a/**/b', 'a/b'],
    ['**/a/**/b', 'x/a/y/z/b'],
    ['{notes,catatan}/**', 'catatan/a.md'],
    ['{a,b{c,d}}.md', 'bd.md'],
    ['{a/b,c}/*.md', 'a/b/x.md'],
    ['[a-c][!x]?', 'bz1'],
    ['[]]', ']'],
    ['a{b', 'a{b'],
    ['{a}', '{a}'],
    ['a[b', 'a[b'],
    ['\\*\\{a,b\\}', '*{a,b}'],
    ['**', 'any/thing.md'],
    ['*.md', '.hidden.md'],
    ['x?y', 'x😀y'],
    ['*a*b*', 'xxaxxbxx'],
  ];
  for (const [glob, path] of fitting) {
    it(`${glob} fits ${path}`, () => {
      assert.equal(fits(glob, path), true);
    });
  }

  const unfitting: readonly (readonly [glob: string, path: string])[] = [
    ['*.md', 'a/b.md'],
    ['**/*.session.md', 'a.md'],
    ['archive/**', 'archived/a.md'],
    ['archive', 'archive/a.md'],
    ['a?c', 'a/c'],
    ['[!a]b', 'ab'],
    ['A.md', 'a.md'],
    ['a**b', 'a/b'],
    ['a+(b)', 'abb'],
  ];
  for (const [glob, path] of unfitting) {
    it(`${glob} does not fit ${path}`, () => {
      assert.equal(fits(glob, path), false);
    });
  }

  it('is none when it is empty, too long or has too many alternatives', () => {
    for (const glob of ['', '  ', './', 'a'.repeat(501), '{a,b}'.repeat(20)])
      assert.equal(compileGlob(glob), undefined);
  });

  it('without special characters fits itself only', () => {
    const path = fc.stringMatching(/^[a-z0-9][a-z0-9./-]{0,20}[a-z]$/);
    fc.assert(
      fc.property(path, path, (glob, other) => {
        assert.equal(fits(glob, glob), true);
        assert.equal(fits(glob, other), glob === other);
      }),
    );
  });

  it('of stars fits what a search of every way would fit', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    fc.assert(
      fc.property(piece, text, (glob, path) => {
        fc.pre(glob !== '' && glob !== '**');
        const expression = new RegExp(`^${glob.replaceAll('*', '.*').replaceAll('?', '.')}$`);
        assert.equal(fits(glob, path), expression.test(path));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no time to speak of, however it is made', () => {
    const hostile: readonly (readonly [string, string])[] = [
      [`${'*a'.repeat(200)}b`, 'a'.repeat(4000)],
      [`${'**/'.repeat(150)}b`, 'a/'.repeat(2000)],
      [`${'**/*a*/'.repeat(60)}b`, 'aaa/'.repeat(1000)],
      ['{'.repeat(499), '{'.repeat(499)],
    ];
    for (const [glob, path] of hostile) {
      within(2000, () => compileGlob(glob)?.(path), glob);
    }
  });
});
