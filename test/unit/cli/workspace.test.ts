import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isFault } from '../../../src/cli/command';
import { readFault } from '../../../src/cli/fileFault';
import { readDiskNote } from '../../../src/cli/noteFile';
import { Workspace } from '../../../src/cli/workspace';
import { asNobody, folderWith, removeFolders, sessionNotes } from './commandRun';
import { completeNote, noteWithoutStage } from './notes';

function problemsIn(output: string): readonly string[] {
  const { problems } = JSON.parse(output);
  return problems.map(({ file, rule }: { file: string; rule: string }) => `${file} ${rule}`);
}

describe('reading a workspace', () => {
  after(removeFolders);

  it('reports a file that disappeared after it was found', () => {
    const folder = folderWith({ 'a.md': completeNote(), 'b.md': completeNote() });
    const workspace = Workspace.open(folder, []);
    assert.ok(!isFault(workspace));
    const kinds: string[] = [];
    for (const file of workspace.namedFiles()) {
      const reading = readDiskNote(file);
      kinds.push(reading.kind === 'unreadable' ? reading.reason.key : reading.kind);
      rmSync(join(folder, 'b.md'), { force: true });
    }
    assert.deepEqual(kinds, ['note', 'file.vanished']);
  });

  it('reports files and folders that may not be read, and reads the rest', () => {
    const folder = folderWith({
      'a.md': completeNote(),
      'locked.md': completeNote(),
      'sealed/b.md': completeNote(),
      'z.md': noteWithoutStage({ session: 4 }),
    });
    const lock = ['locked.md', 'sealed'];
    const check = asNobody(folder, () => sessionNotes(folder, ['check', '--format', 'json']), { lock });
    assert.equal(check.exitCode, 1);
    assert.deepEqual(problemsIn(check.output), [
      'locked.md unreadable-file',
      'sealed unreadable-file',
      'z.md missing-stage',
    ]);
    const goals = asNobody(folder, () => sessionNotes(folder, ['goals']), { lock });
    assert.equal(
      goals.errors,
      'Not read: locked.md: You do not have permission to read this file. Ask whoever it belongs to.\nNot read: sealed: You do not have permission to read this file. Ask whoever it belongs to.\n',
    );
    assert.equal(goals.exitCode, 1);
  });

  it('reports a practice file that may not be read', () => {
    const folder = folderWith({ '.session-notes/config.yaml': 'language: id\n', 'a.md': completeNote() });
    const lock = ['.session-notes/config.yaml'];
    const { output } = asNobody(folder, () => sessionNotes(folder, ['check', '--format', 'json']), { lock });
    assert.deepEqual(problemsIn(output), ['.session-notes/config.yaml unreadable-file']);
  });

  it('cannot run on a path that may not be looked at', () => {
    const folder = folderWith({ 'sealed/sub/b.md': completeNote() });
    const run = asNobody(folder, () => sessionNotes(folder, ['check', 'sealed/sub']), { lock: ['sealed'] });
    assert.equal(run.exitCode, 2);
    assert.equal(run.output, '');
    assert.match(run.errors, /“sealed\/sub” cannot be read/);
  });

  it('takes the nearest folder with a practice’s own folder for the root, above or below', () => {
    const folder = folderWith({
      '.session-notes/config.yaml': '',
      'a/b/c.md': completeNote(),
      'own/.session-notes/config.yaml': '',
      'own/d/e.md': completeNote(),
    });
    const workspace = Workspace.open(join(folder, 'a', 'b'), []);
    assert.ok(!isFault(workspace));
    const found = [...workspace.namedFiles()].map(({ path, root }) => [root.folder, path]);
    assert.deepEqual(found, [
      [folder, 'a/b/c.md'],
      [join(folder, 'own'), 'd/e.md'],
    ]);
  });

  it('takes the working directory for the root of what has none, else the folder named', () => {
    const folder = folderWith({ 'here/sub/a.md': completeNote(), 'there/b.md': completeNote() });
    const workspace = Workspace.open(join(folder, 'here'), ['sub', '../there/b.md']);
    assert.ok(!isFault(workspace));
    const found = [...workspace.namedFiles()].map(({ path, root }) => [root.folder, path]);
    assert.deepEqual(found, [
      [join(folder, 'here'), 'sub/a.md'],
      [join(folder, 'there'), 'b.md'],
    ]);
  });

  it('tells why the file system refused', () => {
    const refusal = (code: string) => readFault(Object.assign(new Error('refused'), { code }), 'a.md').key;
    assert.equal(refusal('EACCES'), 'file.no-permission');
    assert.equal(refusal('EPERM'), 'file.no-permission');
    assert.equal(refusal('ENOENT'), 'file.vanished');
    assert.equal(refusal('EIO'), 'file.cannot-read');
    assert.equal(readFault('no error at all', 'a.md').key, 'file.cannot-read');
  });
});
