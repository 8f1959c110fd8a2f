import assert from 'node:assert/strict';
import { defaultConfig } from '../../../src/core/config/config';
import { NotePaths } from '../../../src/core/config/notePaths';

describe('paths of notes', () => {
  it('are notes by their name where the configuration says so', () => {
    assert.equal(new NotePaths(defaultConfig).isNote('klien/k-014/3.session.md'), true);
    assert.equal(new NotePaths(defaultConfig).isNote('klien/k-014/3.md'), false);
    assert.equal(
      new NotePaths({ ...defaultConfig, files: ['klien/**/*.md'] }).isNote('klien/k-014/3.md'),
      true,
    );
    assert.equal(new NotePaths({ ...defaultConfig, files: [] }).isNote('3.session.md'), false);
  });

  it('are passed over in dot folders and in node_modules', () => {
    for (const path of ['.git', '.git/a.md', 'a/.obsidian/b.md', 'node_modules', 'a/node_modules/b/c.md']) {
      assert.equal(new NotePaths(defaultConfig).isSkipped(path), true, path);
    }
    for (const path of ['a.md', 'a/b.session.md', '.note.md', '../a.md', './a.md', 'a.b/c.md']) {
      assert.equal(new NotePaths(defaultConfig).isSkipped(path), false, path);
    }
  });

  it('are passed over where they, or a folder above, are excluded', () => {
    const config = { ...defaultConfig, exclude: ['archive', 'old/**', '**/draft-*.md'] };
    for (const path of ['archive', 'archive/a/b.md', 'old', 'old/a.md', 'a/draft-1.md']) {
      assert.equal(new NotePaths(config).isSkipped(path), true, path);
    }
    for (const path of ['archives/a.md', 'a/archive.md', 'a/old/b.md']) {
      assert.equal(new NotePaths(config).isSkipped(path), false, path);
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
    assert.equal(new NotePaths(config).protocolFor('groups/special/x.md'), 'group');
    assert.equal(new NotePaths(config).protocolFor('b/x.md'), 'brief');
    assert.equal(new NotePaths(config).protocolFor('b/c/x.md'), 'usual');
    assert.equal(new NotePaths(defaultConfig).protocolFor('x.md'), 'four-stage');
  });

  it('fit none of no globs, nor one that cannot be read', () => {
    assert.equal(new NotePaths({ ...defaultConfig, files: [] }).isNote('a.md'), false);
    assert.equal(new NotePaths({ ...defaultConfig, files: [''] }).isNote('a.md'), false);
    assert.equal(new NotePaths({ ...defaultConfig, files: ['', '*.md'] }).isNote('a.md'), true);
  });
});
