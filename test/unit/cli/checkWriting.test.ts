import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from '../../../src/core/text/encode';
import { places } from './checkJson';
import { folderWith, removeFolders, sessionNotes, snapshot } from './commandRun';
import { completeNote, noteWithoutStage, noteWithSafeFix, noteWithWarning } from './notes';

describe("session-notes check's", () => {
  after(removeFolders);

  describe('writing', () => {
    it('happens only with --fix or --scaffold', () => {
      const folder = folderWith({
        'a.md': noteWithSafeFix(),
        'b.md': noteWithoutStage(),
        'c.md': Buffer.from([0xff, 0xff]),
        'other.md': '# Date\n4 February 2026\n',
      });
      const before = snapshot(folder);
      for (const format of ['text', 'json', 'sarif', 'github', 'junit']) {
        sessionNotes(folder, ['check', '--format', format, '--quote']);
      }
      sessionNotes(folder, ['goals']);
      assert.deepEqual(snapshot(folder), before);
    });

    it('leaves alone what there is nothing to mend in', () => {
      const folder = folderWith({ 'a.md': completeNote(), 'b.md': noteWithWarning(), 'other.md': '# No\n' });
      const before = snapshot(folder);
      const { errors } = sessionNotes(folder, ['check', '--fix']);
      assert.deepEqual(snapshot(folder), before);
      assert.equal(errors, '');
    });

    it('mends what is safe, names the file and reports what remains', () => {
      const folder = folderWith({ 'a.md': noteWithSafeFix(), 'b.md': noteWithWarning({ client: 'C-008' }) });
      const { exitCode, output, errors } = sessionNotes(folder, ['check', '--fix', '--format', 'json']);
      assert.equal(exitCode, 0);
      assert.deepEqual(places(JSON.parse(output)), ['b.md:9 goal-status']);
      assert.equal(errors, 'Changed: a.md\n');
      assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), completeNote());
    });

    it('has nothing left to do the second time', () => {
      const folder = folderWith({ 'a.md': noteWithSafeFix(), 'b.md': noteWithoutStage() });
      sessionNotes(folder, ['check', '--fix', '--scaffold']);
      const once = snapshot(folder);
      assert.equal(sessionNotes(folder, ['check', '--fix', '--scaffold']).errors, '');
      assert.deepEqual(snapshot(folder), once);
    });

    it('limits itself to the paths named', () => {
      const folder = folderWith({ 'a.md': noteWithSafeFix(), 'b.md': noteWithSafeFix() });
      sessionNotes(folder, ['check', '--fix', 'b.md']);
      assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), noteWithSafeFix());
      assert.equal(readFileSync(join(folder, 'b.md'), 'utf8'), completeNote());
    });

    it('inserts missing stages and sections, which then are empty', () => {
      const folder = folderWith({ 'a.md': noteWithoutStage() });
      const { output } = sessionNotes(folder, ['check', '--scaffold', '--format', 'json']);
      assert.match(readFileSync(join(folder, 'a.md'), 'utf8'), /## Planning how to solve the problem/);
      assert.deepEqual(
        JSON.parse(output).problems.map(({ rule }: { rule: string }) => rule),
        ['empty-stage'],
      );
    });

    const written: readonly (readonly [string, Parameters<typeof encode>[1], string])[] = [
      ['UTF-8 with a byte order mark', { encoding: 'utf-8', bom: true }, '\n'],
      ['UTF-16 LE', { encoding: 'utf-16le', bom: true }, '\n'],
      ['UTF-16 BE with CRLF', { encoding: 'utf-16be', bom: true }, '\r\n'],
      ['CR line ends', { encoding: 'utf-8', bom: false }, '\r'],
    ];
    for (const [what, as, lineEnd] of written) {
      it(`keeps ${what}`, () => {
        const bytesOf = (text: string): Uint8Array => encode(text.replaceAll('\n', lineEnd), as);
        const folder = folderWith({ 'a.md': bytesOf(noteWithSafeFix()) });
        assert.equal(sessionNotes(folder, ['check', '--fix']).errors, 'Changed: a.md\n');
        assert.deepEqual(new Uint8Array(readFileSync(join(folder, 'a.md'))), bytesOf(completeNote()));
      });
    }

    it('does not touch a file of mixed line ends, and says why', () => {
      const folder = folderWith({ 'a.md': noteWithSafeFix().replace('\n', '\r\n') });
      const before = snapshot(folder);
      const { errors, exitCode } = sessionNotes(folder, ['check', '--fix', '--format', 'json']);
      assert.match(errors, /Not changed: a\.md: The file mixes/);
      assert.deepEqual(snapshot(folder), before);
      assert.equal(exitCode, 0);
    });
  });
});
