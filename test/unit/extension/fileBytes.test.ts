import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import * as aside from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWanted } from '../../../src/extension/services/files/fileBytes';
import { LocalFiles } from '../../../src/extension/services/files/localFiles';
import type { ReadingFiles } from '../../../src/extension/services/files/nodeFiles';

const most = 100_000;
const wanted = () => true;

const onDisk = { scheme: 'file' };

function atOnce(files: ConstructorParameters<typeof LocalFiles>[0]): ReadingFiles {
  const reading = new LocalFiles(files).for(onDisk);
  assert.ok(reading);
  return reading;
}

for (const [how, files] of [
  ['aside', aside],
  ['at once', atOnce(fs)],
] as const) {
  describe(`a file that Node reads for the editor ${how}`, () => {
    let folder: string;
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'session-notes-bytes-'));
    });
    after(() => rmSync(folder, { recursive: true }));

    const write = (content: string): string => {
      const path = join(folder, `${content.length}.md`);
      writeFileSync(path, content);
      return path;
    };

    it('is read whole, however long it is', async () => {
      for (const length of [0, 1, 8191, 8192, 8193, 40_000]) {
        const content = 'é'.repeat(length).slice(0, length);
        const read = await readWanted(write(content), files, most, wanted);
        assert.equal(read.kind === 'whole' && Buffer.from(read.bytes).toString(), content);
      }
    });

    it('is read no further than its beginning where that is not what is looked for', async () => {
      const heads: number[] = [];
      const read = await readWanted(write('x'.repeat(50_000)), files, most, head => {
        heads.push(head.byteLength);
        return false;
      });
      assert.deepEqual([read.kind, heads], ['unwanted', [8192]]);
    });

    it('is not waited for where it is a pipe into which nobody writes', async () => {
      if (process.platform === 'win32') return;
      const pipe = join(folder, `${how}.pipe.md`);
      execFileSync('mkfifo', [pipe]);
      assert.notEqual((await readWanted(pipe, files, most, () => false)).kind, 'whole');
    });

    it('is left to VS Code where it is too large, a symbolic link, not there, or none', async () => {
      assert.equal((await readWanted(write('x'.repeat(9000)), files, 8999, wanted)).kind, 'unusual');
      assert.equal((await readWanted(join(folder, 'gone.md'), files, most, wanted)).kind, 'unusual');
      assert.equal((await readWanted(folder, files, most, wanted)).kind, 'unusual');
      if (process.platform === 'win32') return;
      const link = join(folder, 'link.md');
      symlinkSync(write('linked'), link);
      assert.equal((await readWanted(link, files, most, wanted)).kind, 'unusual');
      const { O_NOFOLLOW: _, ...constants } = files.constants;
      // As on Windows, where opening cannot tell.
      const asOnWindows = how === 'aside' ? { ...aside, constants } : atOnce({ ...fs, constants });
      assert.equal((await readWanted(link, asOnWindows, most, wanted)).kind, 'unusual');
    });
  });
}

describe('reading at once', () => {
  it('goes on as long as the disk answers soon, and no longer', () => {
    let time = 0;
    const disk = (takes: number) => ({
      ...fs,
      openSync: () => {
        time += takes;
        return 0;
      },
    });
    const staysAtOnce = (files: LocalFiles): boolean => {
      const first = files.for(onDisk);
      for (let file = 0; file < 1000 && files.for(onDisk) === first; file++) void first?.open('', 0);
      return files.for(onDisk) === first;
    };
    assert.equal(staysAtOnce(new LocalFiles(disk(1), () => time)), true);
    assert.equal(staysAtOnce(new LocalFiles(disk(20), () => time)), false);
  });
});
