import assert from 'node:assert/strict';
import { defaultConfig } from '../../../src/core/config/config';
import { isNotePath, isSkippedPath, matchesGlobs, protocolFor } from '../../../src/core/config/notePaths';

describe('paths of notes', () => {
  it('are notes by their name where the configuration says so', () => {
    assert.equal(isNotePath('klien/k-014/3.session.md', defaultConfig), true);
    assert.equal(isNotePath('klien/k-014/3.md', defaultConfig), false);
    assert.equal(isNotePath('klien/k-014/3.md', { ...defaultConfig, files: ['klien/**/*.md'] }), true);
    assert.equal(isNotePath('3.session.md', { ...defaultConfig, files: [] }), false);
  });

  it('are passed over in dot folders and in node_modules', () => {
    for (const path of ['.git', '.git/a.md', 'a/.obsidian/b.md', 'node_modules', 'a/node_modules/b/c.md']) {
      assert.equal(isSkippedPath(path, defaultConfig), true, path);
    }
    for (const path of ['a.md', 'a/b.session.md', '.note.md', '../a.md', './a.md', 'a.b/c.md']) {
      assert.equal(isSkippedPath(path, defaultConfig), false, path);
    }
  });

  it('are passed over where they, or a folder above, are excluded', () => {
    const config = { ...defaultConfig, exclude: ['archive', 'old/**', '**/draft-*.md'] };
    for (const path of ['archive', 'archive/a/b.md', 'old', 'old/a.md', 'a/draft-1.md']) {
      assert.equal(isSkippedPath(path, config), true, path);
    }
    for (const path of ['archives/a.md', 'a/archive.md', 'a/old/b.md']) {
      assert.equal(isSkippedPath(path, config), false, path);
    }
  });

  it('give the protocol of the first glob that fits, else the default one', () => {
    const config = {
      ...defaultConfig,
      defaultProtocol: 'usual',
      protocols: [
        ['groups/**', 'group'],
        ['groups/special/**', 'never'],
        ['{a,b}/*.md', 'brief'],
        ['', 'broken'],
      ] as const,
    };
    assert.equal(protocolFor('groups/special/x.md', config), 'group');
    assert.equal(protocolFor('b/x.md', config), 'brief');
    assert.equal(protocolFor('b/c/x.md', config), 'usual');
    assert.equal(protocolFor('x.md', defaultConfig), 'four-stage');
  });

  it('fit none of no globs, nor one that cannot be read', () => {
    assert.equal(matchesGlobs('a.md', []), false);
    assert.equal(matchesGlobs('a.md', ['']), false);
    assert.equal(matchesGlobs('a.md', ['', '*.md']), true);
  });
});
