import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from '../../../src/core/text/encode';
import { checkJson, places } from './checkJson';
import { folderWith, removeFolders, sessionNotes } from './commandRun';
import { completeNote, noteWithoutStage, noteWithWarning } from './notes';

/** What begins the codes of colours. */
const escapeCode = '\u001b';

describe('session-notes check', () => {
  after(removeFolders);

  describe('report', () => {
    it('counts files, notes, drafts, errors and warnings', () => {
      const folder = folderWith({
        'a.md': noteWithoutStage({ extra: 'status: draft' }),
        'b/b.md': noteWithoutStage({ client: 'C-008' }),
        'b/c.md': noteWithWarning({ client: 'C-009' }),
        'other.md': '# No note\n',
        'image.png': 'x',
      });
      const { problems, exitCode, ...counts } = checkJson(folder);
      assert.deepEqual(counts, { files: 4, notes: 3, drafts: 1, errors: 1, warnings: 1 });
      assert.equal(exitCode, 1);
      assert.deepEqual(places(checkJson(folder)), [
        'a.md:9 missing-stage',
        'b/b.md:8 missing-stage',
        'b/c.md:9 goal-status',
      ]);
    });

    it('gives all fields of a problem', () => {
      const folder = folderWith({ 'a.md': noteWithoutStage() });
      const { message, ...rest } = checkJson(folder).problems[0] ?? { message: '' };
      assert.match(message, /Planning how to solve the problem/);
      assert.deepEqual(rest, {
        file: 'a.md',
        rule: 'missing-stage',
        severity: 'error',
        line: 8,
        column: 3,
        endLine: 8,
        endColumn: 10,
        protocol: 'four-stage',
        stage: 'planning',
      });
    });

    it('names files relative to the working directory, also above it', () => {
      const folder = folderWith({
        '.session-notes/config.yaml': '',
        'a.md': noteWithoutStage(),
        'sub/b.md': '',
      });
      assert.deepEqual(places(checkJson(join(folder, 'sub'))), ['../a.md:8 missing-stage']);
    });

    it('speaks the language asked for, else that of the configuration, else that of the environment', () => {
      const note = { 'a.md': noteWithoutStage() };
      const folder = folderWith(note);
      const configured = folderWith({ ...note, '.session-notes/config.yaml': 'language: id\n' });
      const summary = (where: string, args: readonly string[], environment = {}): string =>
        sessionNotes(where, ['check', ...args], { environment })
          .output.trimEnd()
          .split('\n')
          .at(-1) ?? '';
      const english = 'Notes: 1 (drafts: 0) · errors: 1 · warnings: 0';
      const indonesian = 'Catatan: 1 (draf: 0) · kesalahan: 1 · peringatan: 0';
      assert.equal(summary(folder, []), english);
      assert.equal(summary(folder, ['--language', 'id']), indonesian);
      assert.equal(summary(folder, [], { LANG: 'id_ID.UTF-8' }), indonesian);
      assert.equal(summary(folder, [], { LC_ALL: 'C', LANG: 'id_ID.UTF-8' }), english);
      assert.equal(summary(configured, []), indonesian);
      assert.equal(summary(configured, ['--language', 'en']), english);
    });

    it('has every format in both languages', () => {
      const folder = folderWith({ 'a.md': noteWithoutStage(), 'b.md': noteWithWarning() });
      for (const format of ['text', 'json', 'sarif', 'github', 'junit']) {
        const [english, indonesian] = ['en', 'id'].map(
          language => sessionNotes(folder, ['check', '--format', format, '--language', language]).output,
        );
        assert.match(english ?? '', /missing-stage/);
        assert.match(indonesian ?? '', /Perencanaan pemecahan masalah/);
        assert.notEqual(english, indonesian);
      }
    });

    it('colours only for a terminal, and not where NO_COLOR is set', () => {
      const folder = folderWith({ 'a.md': noteWithoutStage() });
      const outputOf = (isTerminal: boolean, environment = {}): string =>
        sessionNotes(folder, ['check'], { isTerminal, environment }).output;
      assert.equal(outputOf(false).includes(escapeCode), false);
      assert.ok(outputOf(true).includes(`${escapeCode}[31merror`));
      assert.equal(outputOf(true, { NO_COLOR: '1' }).includes(escapeCode), false);
    });

    it('quotes the note only when asked', () => {
      const folder = folderWith({ 'a.md': noteWithWarning() });
      const words = /Speak in front of the class/;
      for (const format of ['text', 'sarif', 'github', 'junit']) {
        const run = (...args: readonly string[]): string =>
          sessionNotes(folder, ['check', '--format', format, ...args]).output;
        assert.doesNotMatch(run(), words);
        assert.match(run('--quote'), words);
      }
    });

    it('keeps to the notes of a counselor', () => {
      const folder = folderWith({
        'a.md': noteWithoutStage({ extra: 'counselor: RA' }),
        'b.md': noteWithoutStage({ extra: 'counselor: JT' }),
        'c.md': noteWithoutStage(),
      });
      const report = checkJson(folder, '--counselor', ' ra');
      assert.deepEqual(places(report), ['a.md:9 missing-stage']);
      assert.equal(report.notes, 1);
    });

    it('takes notes that name no protocol by the one asked for', () => {
      const own = 'id: mine\ntitle: { en: Mine }\nstages:\n  - { id: talk, title: { en: Talk } }\n';
      const folder = folderWith({
        '.session-notes/protocols/mine.yaml': own,
        'a.session.md': '## Talk\nWords.\n',
      });
      assert.equal(checkJson(folder).errors > 0, true);
      assert.deepEqual(places(checkJson(folder, '--protocol', 'mine')), []);
    });
  });

  describe('which files', () => {
    it('are the Markdown files outside dot folders, node_modules and what is excluded', () => {
      const note = noteWithoutStage();
      const folder = folderWith({
        '.session-notes/config.yaml': 'exclude: ["old/**"]\n',
        '.session-notes/notes.md': note,
        '.hidden/a.md': note,
        'node_modules/pkg/a.md': note,
        'old/a.md': note,
        'note.txt': note,
        'taken.MD': note,
        'taken.markdown': noteWithoutStage({ client: 'C-008' }),
      });
      assert.deepEqual(places(checkJson(folder)), [
        'taken.MD:8 missing-stage',
        'taken.markdown:8 missing-stage',
      ]);
    });

    it('are not reached through symbolic links', () => {
      const outside = folderWith({ 'a.md': noteWithoutStage() });
      const folder = folderWith({});
      symlinkSync(outside, join(folder, 'linked'));
      symlinkSync(join(outside, 'a.md'), join(folder, 'a.md'));
      symlinkSync(folder, join(folder, 'loop'));
      assert.equal(checkJson(folder).files, 0);
    });

    it('are limited to the paths named, each once', () => {
      const folder = folderWith({
        'a.md': noteWithoutStage(),
        'b/b.md': noteWithoutStage({ client: 'C-008' }),
        'c/c.md': noteWithoutStage({ client: 'C-009' }),
      });
      assert.deepEqual(places(checkJson(folder, 'b', 'a.md', 'b/b.md', './b/')), [
        'a.md:8 missing-stage',
        'b/b.md:8 missing-stage',
      ]);
    });

    it('follow the configuration of their own root', () => {
      const folder = folderWith({
        'a.md': noteWithoutStage(),
        'strict/.session-notes/config.yaml': 'rules: { goal-status: error }\n',
        'strict/b.md': noteWithWarning(),
        'calm/.session-notes/config.yaml': 'rules: { missing-stage: off }\n',
        'calm/deep/c.md': noteWithoutStage(),
      });
      const report = checkJson(folder);
      assert.deepEqual(places(report), ['a.md:8 missing-stage', 'strict/b.md:9 goal-status']);
      assert.equal(report.errors, 2);
    });
  });

  describe('what cannot be read', () => {
    it('is a problem of its file, and the rest goes on', () => {
      const folder = folderWith({
        'a.md': noteWithWarning(),
        'latin.md': Buffer.from(completeNote({ client: 'Ren\xe9' }), 'latin1'),
        'utf16.md': encode(completeNote(), { encoding: 'utf-16le', bom: false }),
        'z.md': noteWithWarning({ client: 'C-008' }),
      });
      assert.deepEqual(places(checkJson(folder)), [
        'a.md:9 goal-status',
        'latin.md:1 unreadable-file',
        'utf16.md:1 unreadable-file',
        'z.md:9 goal-status',
      ]);
    });

    it('is a note of more than 20 MB, but no other large file', () => {
      const filler = Buffer.alloc(21 * 1024 * 1024, 'word ');
      const folder = folderWith({
        'large.md': Buffer.concat([Buffer.from(completeNote()), filler]),
        'other.md': filler,
        'by-name.session.md': filler,
      });
      assert.deepEqual(places(checkJson(folder)), [
        'by-name.session.md:1 unreadable-file',
        'large.md:1 unreadable-file',
      ]);
    });

    it('takes the severity that the configuration gives', () => {
      const folder = folderWith({
        '.session-notes/config.yaml': 'rules: { unreadable-file: warning }\n',
        'a.md': Buffer.from(completeNote({ client: 'Ren\xe9' }), 'latin1'),
      });
      const { errors, warnings } = checkJson(folder);
      assert.deepEqual({ errors, warnings }, { errors: 0, warnings: 1 });
    });

    it('does not hinder notes that are longer than what is read at first', () => {
      const long = completeNote({}, `${'Many words. '.repeat(20_000)}\n\n- [?] Speak\n`);
      const folder = folderWith({ 'a.md': long, 'b.md': `# No note\n${'x'.repeat(100_000)}` });
      assert.deepEqual(places(checkJson(folder)), ['a.md:11 goal-status']);
    });
  });

  describe("the practice's own files", () => {
    it('are reported where they are wrong', () => {
      const folder = folderWith({
        '.session-notes/config.yaml': 'rules:\n  empty-section: loud\n',
        '.session-notes/protocols/mine.yaml': 'id: mine\ntitel: { en: Mine }\n',
        'sub/a.md': completeNote(),
      });
      const filesOf = (...paths: readonly string[]) =>
        new Set(checkJson(folder, ...paths).problems.map(({ file, rule }) => `${file} ${rule}`));
      const configuration = '.session-notes/config.yaml configuration';
      assert.deepEqual(filesOf(), new Set([configuration, '.session-notes/protocols/mine.yaml protocol']));
      // The configuration counts for what is named.
      assert.deepEqual(filesOf('sub'), new Set([configuration]));
    });

    it('are unreadable where they are no text', () => {
      const folder = folderWith({
        '.session-notes/config.yaml': Buffer.from('files: ["\xe9"]', 'latin1'),
        'a.md': completeNote(),
      });
      assert.deepEqual(places(checkJson(folder)), ['.session-notes/config.yaml:1 unreadable-file']);
    });
  });
});
