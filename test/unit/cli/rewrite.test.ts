import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { rewrite } from '../../../src/cli/rewrite';
import type { DecodedText } from '../../../src/core/text/decode';
import { asNobody, folderWith, removeFolders } from './commandRun';

const before: DecodedText = { kind: 'text', text: 'before\n', encoding: 'utf-8', bom: false };

describe('rewriting a file', () => {
  after(removeFolders);

  it('puts the new text in place and leaves nothing else behind', () => {
    const folder = folderWith({ 'a.md': 'before\n' });
    assert.equal(rewrite(join(folder, 'a.md'), before, 'after\n'), undefined);
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), 'after\n');
    assert.deepEqual(readdirSync(folder), ['a.md']);
  });

  it('keeps the rights of the file', () => {
    const folder = folderWith({ 'a.md': 'before\n' });
    const file = join(folder, 'a.md');
    chmodSync(file, 0o640);
    rewrite(file, before, 'after\n');
    assert.equal(statSync(file).mode & 0o777, 0o640);
  });

  it('leaves a file alone that changed since it was read', () => {
    const folder = folderWith({ 'a.md': 'before, and more\n' });
    const file = join(folder, 'a.md');
    assert.deepEqual(rewrite(file, before, 'after\n'), { key: 'file.changed-meanwhile' });
    assert.equal(readFileSync(file, 'utf8'), 'before, and more\n');
    assert.deepEqual(readdirSync(folder), ['a.md']);
  });

  it('does not bring a file back that is gone', () => {
    const folder = folderWith({});
    assert.deepEqual(rewrite(join(folder, 'a.md'), before, 'after\n'), { key: 'file.cannot-write' });
    assert.deepEqual(readdirSync(folder), []);
  });

  it('writes the file that a link points to, and keeps the link', () => {
    const folder = folderWith({ 'real/a.md': 'before\n' });
    symlinkSync(join(folder, 'real', 'a.md'), join(folder, 'link.md'));
    assert.equal(rewrite(join(folder, 'link.md'), before, 'after\n'), undefined);
    assert.equal(readFileSync(join(folder, 'real', 'a.md'), 'utf8'), 'after\n');
    assert.deepEqual(readdirSync(folder).sort(), ['link.md', 'real']);
  });

  it('does not write what may not be written', () => {
    const folder = folderWith({ 'a.md': 'before\n' });
    const file = join(folder, 'a.md');
    chmodSync(file, 0o444);
    assert.deepEqual(
      asNobody(folder, () => rewrite(file, before, 'after\n')),
      { key: 'file.read-only' },
    );
    assert.equal(readFileSync(file, 'utf8'), 'before\n');
  });

  it('leaves a file alone whose folder may not be written', () => {
    const folder = folderWith({ 'sub/a.md': 'before\n' });
    chmodSync(join(folder, 'sub', 'a.md'), 0o666);
    const refusal = asNobody(folder, () => rewrite(join(folder, 'sub', 'a.md'), before, 'after\n'), {
      lock: ['sub'],
      mode: 0o555,
    });
    assert.deepEqual(refusal, { key: 'file.cannot-write' });
    assert.deepEqual(readdirSync(join(folder, 'sub')), ['a.md']);
  });
});
