import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { FileWriter, onDisk } from '../../../src/cli/fileWriter';
import type { DecodedText } from '../../../src/core/text/decode';
import { asNobody, folderWith, removeFolders, sessionNotes } from './commandRun';
import { onDiskBut } from './fileSteps';

const before: DecodedText = { kind: 'text', text: 'before\n', encoding: 'utf-8', bom: false };

/** The moments at which a run may be killed, and what then stands under the name of a new file. */
const killedAt = { 'half written': false, written: false, named: true } as const;
const leftover = '.session-notes-0123456789ab.tmp';

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A disk with room for half of what is written. */
const fullDisk = onDiskBut({
  write(file, content, mode) {
    onDisk.write(file, content.slice(0, content.length / 2), mode);
    throw systemError('ENOSPC');
  },
});

describe('creating a file', () => {
  after(removeFolders);

  it('makes it whole, in folders that are made for it, and leaves nothing else behind', () => {
    const folder = folderWith({});
    assert.equal(new FileWriter().create(join(folder, 'a', 'b.qdpx'), new Uint8Array([1, 2])), true);
    assert.deepEqual([...readFileSync(join(folder, 'a', 'b.qdpx'))], [1, 2]);
    assert.deepEqual(readdirSync(join(folder, 'a')), ['b.qdpx']);
  });

  it('never takes the place of another, whatever that is', () => {
    const folder = folderWith({ 'a.md': 'before\n' });
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link.md'));
    for (const name of ['a.md', 'link.md']) {
      assert.equal(new FileWriter().create(join(folder, name), 'after\n'), false);
    }
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), 'before\n');
    assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'link.md']);
  });

  it('takes the next number where somebody else was faster', () => {
    const folder = folderWith({});
    const faster = onDiskBut({
      link(file, name) {
        if (name.endsWith('a.md')) writeFileSync(name, 'theirs\n', { flag: 'wx' });
        onDisk.link(file, name);
      },
    });
    assert.equal(new FileWriter(faster).createFree(folder, 'a.md', 'ours\n'), join(folder, 'a-2.md'));
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), 'theirs\n');
    assert.deepEqual(readdirSync(folder).sort(), ['a-2.md', 'a.md']);
  });

  it('numbers files of one name in one run, upper and lower case being the same', () => {
    const folder = folderWith({ 'A.md': '' });
    const writer = new FileWriter();
    const names = [1, 2, 3].map(() => writer.createFree(folder, 'a.md', 'x').slice(folder.length + 1));
    assert.deepEqual(names, ['a-2.md', 'a-3.md', 'a-4.md']);
    assert.equal(writer.createFree(folder, 'four-stage.yaml', 'x'), join(folder, 'four-stage.yaml'));
    assert.equal(writer.createFree(folder, 'four-stage.yaml', 'x'), join(folder, 'four-stage-2.yaml'));
  });

  it('leaves nothing on a full disk, no folder either', () => {
    const folder = folderWith({});
    for (const create of [
      (writer: FileWriter) => writer.create(join(folder, 'a', 'b', 'c.md'), 'words of a note\n'),
      (writer: FileWriter) => writer.createFree(folder, 'a/b/c.md', 'words of a note\n'),
    ]) {
      assert.throws(() => create(new FileWriter(fullDisk)), { code: 'ENOSPC' });
      assert.deepEqual(readdirSync(folder), []);
    }
  });

  it('is as safe on a disk that knows no second name for a file', () => {
    const folder = folderWith({ 'taken.md': 'before\n' });
    const simple = onDiskBut({
      link() {
        throw systemError('EPERM');
      },
    });
    assert.equal(new FileWriter(simple).create(join(folder, 'a.md'), 'ours\n'), true);
    assert.equal(new FileWriter(simple).create(join(folder, 'taken.md'), 'ours\n'), false);
    const broken = { ...simple, rename: () => assert.fail('no rename') };
    assert.throws(() => new FileWriter(broken).create(join(folder, 'b.md'), 'ours\n'));
    assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'taken.md']);
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), 'ours\n');
  });

  for (const [moment, isThere] of Object.entries(killedAt)) {
    it(`leaves it whole or not there when killed as it is ${moment}; what is left goes a minute later`, () => {
      const folder = folderWith({});
      const file = join(folder, 'a.md');
      const child = spawnSync(process.execPath, [
        '--import',
        'tsx',
        join(__dirname, 'killedWriter.ts'),
        file,
        moment,
      ]);
      assert.equal(child.signal, 'SIGKILL', String(child.stderr));
      const left = readdirSync(folder).filter(name => name !== 'a.md');
      assert.deepEqual([readdirSync(folder).includes('a.md'), left.length], [isThere, 1]);
      if (isThere) assert.equal(readFileSync(file, 'utf8'), 'words of a note\n');
      new FileWriter().sweep(folder);
      assert.ok(readdirSync(folder).includes(left[0] ?? ''), 'it may be of a run that is under way');
      utimesSync(join(folder, left[0] ?? ''), new Date(), new Date(Date.now() - 61_000));
      new FileWriter().sweep(folder);
      assert.deepEqual(readdirSync(folder), isThere ? ['a.md'] : []);
    });
  }

  it('sweeps where check mends notes, and touches nothing that is not ours', () => {
    const others = [
      '.session-notes-mine.tmp',
      'session-notes-0123456789ab.tmp',
      '.session-notes-0123456789ab.tmp.md',
    ];
    const folder = folderWith({
      [`k/${leftover}`]: 'words of a note\n',
      'k/a.md': '# Nothing to mend\n',
      ...Object.fromEntries(others.map(name => [`k/${name}`, ''])),
    });
    const old = new Date(Date.now() - 61_000);
    for (const name of readdirSync(join(folder, 'k'))) utimesSync(join(folder, 'k', name), old, old);
    sessionNotes(folder, ['check']);
    assert.ok(readdirSync(join(folder, 'k')).includes(leftover), 'only what writes may remove');
    sessionNotes(folder, ['check', '--fix']);
    assert.deepEqual(readdirSync(join(folder, 'k')).sort(), [...others, 'a.md'].sort());
  });
});

describe('rewriting a file', () => {
  after(removeFolders);

  it('leaves the old text on a full disk, and nothing beside it', () => {
    const folder = folderWith({ 'a.md': 'before\n' });
    const refusal = new FileWriter(fullDisk).rewrite(join(folder, 'a.md'), before, 'after, and more\n');
    assert.deepEqual(refusal, { key: 'file.cannot-write' });
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), 'before\n');
    assert.deepEqual(readdirSync(folder), ['a.md']);
  });

  it('leaves a file alone that has several names, of which only one would change', () => {
    const folder = folderWith({ 'a.md': 'before\n' });
    linkSync(join(folder, 'a.md'), join(folder, 'b.md'));
    const refusal = new FileWriter().rewrite(join(folder, 'a.md'), before, 'after\n');
    assert.deepEqual(refusal, { key: 'file.several-names' });
    assert.equal(readFileSync(join(folder, 'b.md'), 'utf8'), 'before\n');
  });

  it('puts the new text in place and leaves nothing else behind', () => {
    const folder = folderWith({ 'a.md': 'before\n' });
    assert.equal(new FileWriter().rewrite(join(folder, 'a.md'), before, 'after\n'), undefined);
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), 'after\n');
    assert.deepEqual(readdirSync(folder), ['a.md']);
  });

  it('keeps the rights of the file', () => {
    const folder = folderWith({ 'a.md': 'before\n' });
    const file = join(folder, 'a.md');
    chmodSync(file, 0o640);
    new FileWriter().rewrite(file, before, 'after\n');
    assert.equal(statSync(file).mode & 0o777, 0o640);
  });

  it('leaves a file alone that changed since it was read', () => {
    const folder = folderWith({ 'a.md': 'before, and more\n' });
    const file = join(folder, 'a.md');
    assert.deepEqual(new FileWriter().rewrite(file, before, 'after\n'), { key: 'file.changed-meanwhile' });
    assert.equal(readFileSync(file, 'utf8'), 'before, and more\n');
    assert.deepEqual(readdirSync(folder), ['a.md']);
  });

  it('does not bring a file back that is gone', () => {
    const folder = folderWith({});
    assert.deepEqual(new FileWriter().rewrite(join(folder, 'a.md'), before, 'after\n'), {
      key: 'file.cannot-write',
    });
    assert.deepEqual(readdirSync(folder), []);
  });

  it('writes the file that a link points to, and keeps the link', () => {
    const folder = folderWith({ 'real/a.md': 'before\n' });
    symlinkSync(join(folder, 'real', 'a.md'), join(folder, 'link.md'));
    assert.equal(new FileWriter().rewrite(join(folder, 'link.md'), before, 'after\n'), undefined);
    assert.equal(readFileSync(join(folder, 'real', 'a.md'), 'utf8'), 'after\n');
    assert.deepEqual(readdirSync(folder).sort(), ['link.md', 'real']);
  });

  it('does not write what may not be written', () => {
    const folder = folderWith({ 'a.md': 'before\n' });
    const file = join(folder, 'a.md');
    chmodSync(file, 0o444);
    assert.deepEqual(
      asNobody(folder, () => new FileWriter().rewrite(file, before, 'after\n')),
      { key: 'file.read-only' },
    );
    assert.equal(readFileSync(file, 'utf8'), 'before\n');
  });

  it('leaves a file alone whose folder may not be written', () => {
    const folder = folderWith({ 'sub/a.md': 'before\n' });
    chmodSync(join(folder, 'sub', 'a.md'), 0o666);
    const refusal = asNobody(
      folder,
      () => new FileWriter().rewrite(join(folder, 'sub', 'a.md'), before, 'after\n'),
      {
        lock: ['sub'],
        mode: 0o555,
      },
    );
    assert.deepEqual(refusal, { key: 'file.cannot-write' });
    assert.deepEqual(readdirSync(join(folder, 'sub')), ['a.md']);
  });
});
