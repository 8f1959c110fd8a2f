import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkJson } from './checkJson';
import { folderWith, removeFolders } from './commandRun';

describe('session-notes check', () => {
  after(removeFolders);

  describe('finds the problems that each messy note is made to show', () => {
    const expected: Readonly<Record<string, readonly string[]>> = JSON.parse(
      readFileSync('test/fixtures/notes/messy/expected.json', 'utf8'),
    );
    const found = new Map<string, string[]>();

    before(() => {
      const folder = folderWith({});
      // Each in a root of its own: together they would be one case.
      for (const file of Object.keys(expected)) {
        mkdirSync(join(folder, `root of ${file}`, '.session-notes'), { recursive: true });
        cpSync(join('test/fixtures/notes/messy', file), join(folder, `root of ${file}`, file));
      }
      for (const { file, rule, line } of checkJson(folder).problems) {
        const name = basename(file);
        found.set(name, [...(found.get(name) ?? []), `${rule}:${line}`]);
      }
    });

    for (const [file, problems] of Object.entries(expected)) {
      it(file, () => {
        const left = [...(found.get(file) ?? [])];
        for (const problem of problems.filter(each => each !== '+')) {
          const at = left.findIndex(each => each === problem || each.replace(/\d+$/, '*') === problem);
          assert.ok(at >= 0, `${problem} is not among ${left.join(', ')}`);
          left.splice(at, 1);
        }
        if (!problems.includes('+')) assert.deepEqual(left, []);
      });
    }
  });

  it('flags no ordinary Markdown', () => {
    const folder = folderWith({});
    cpSync('test/fixtures/notes/ordinary', folder, { recursive: true });
    const { files, notes, problems } = checkJson(folder);
    assert.ok(files > 3);
    assert.equal(notes, 0);
    assert.deepEqual(problems, []);
  });
});
