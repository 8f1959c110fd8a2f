import assert from 'node:assert/strict';
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from '../../../src/core/text/encode';
import { type CommandRun, folderWith, removeFolders, sessionNotes, snapshot } from './commandRun';
import { completeNote, noteWithoutStage, noteWithSafeFix, noteWithWarning } from './notes';

interface Report {
  readonly files: number;
  readonly notes: number;
  readonly drafts: number;
  readonly errors: number;
  readonly warnings: number;
  readonly problems: readonly {
    readonly file: string;
    readonly rule: string;
    readonly line: number;
    readonly message: string;
  }[];
}

function checkJson(folder: string, ...args: readonly string[]): Report & { readonly exitCode: number } {
  const { exitCode, output } = sessionNotes(folder, ['check', '--format', 'json', ...args]);
  return { exitCode, ...JSON.parse(output) };
}

/** What begins the codes of colours. */
const escapeCode = '\u001b';

/** Where which rule flagged something, `file:line rule`. */
function places({ problems }: Report): readonly string[] {
  return problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}

function assertRefused({ exitCode, output, errors }: CommandRun, reason: RegExp): void {
  assert.equal(exitCode, 2);
  assert.equal(output, '');
  assert.match(errors, reason);
}

describe('session-notes check', () => {
  after(removeFolders);

  describe('exit code', () => {
    it('is 0 without errors, warnings or not', () => {
      const folder = folderWith({ 'a.md': completeNote(), 'b.md': noteWithWarning() });
      assert.equal(sessionNotes(folder, ['check']).exitCode, 0);
    });

    it('is 1 with an error', () => {
      assert.equal(sessionNotes(folderWith({ 'a.md': noteWithoutStage() }), ['check']).exitCode, 1);
    });

    it('is 1 with more warnings than allowed, and says so', () => {
      const folder = folderWith({ 'a.md': noteWithWarning(), 'b.md': noteWithWarning() });
      assert.equal(sessionNotes(folder, ['check', '--max-warnings', '2']).exitCode, 0);
      const { exitCode, errors } = sessionNotes(folder, ['check', '--max-warnings=1']);
      assert.equal(exitCode, 1);
      assert.match(errors, /Warnings: 2, allowed: 1/);
    });

    it('is 0 where there are no notes', () => {
      const { exitCode, output } = sessionNotes(folderWith({ 'README.md': '# Hello\n' }), ['check']);
      assert.equal(exitCode, 0);
      assert.equal(output, 'No session notes found.\n');
    });

    const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
      ['an unknown option', ['check', '--fast'], /check has no option --fast/],
      ['an option of another command', ['check', '--client', 'X'], /check has no option --client/],
      ['an option without its value', ['check', '--format'], /--format needs a value/],
      ['an option in the place of a value', ['check', '--counselor', '--fix'], /--counselor needs a value/],
      ['a value for a flag', ['check', '--fix=yes'], /--fix takes no value/],
      ['an unknown format', ['check', '--format', 'xml'], /--format cannot be “xml”.*text, json, sarif/],
      ['a negative count', ['check', '--max-warnings=-1'], /--max-warnings needs a whole number/],
      ['a count that is none', ['check', '--max-warnings', 'few'], /not “few”/],
      ['an unknown protocol', ['check', '--protocol', 'soup'], /no protocol “soup”.*four-stage/],
      ['a path that does not exist', ['check', 'nowhere'], /no file or folder “nowhere”/],
      ['an unknown language', ['check', '--language', 'fr'], /--language cannot be “fr”/],
      ['an unknown command', ['chek'], /no command “chek”/],
      ['no command', [], /Usage: session-notes/],
    ];
    for (const [what, args, reason] of refused) {
      it(`is 2 for ${what}, with nothing on standard output`, () => {
        assertRefused(sessionNotes(folderWith({ 'a.md': noteWithoutStage() }), args), reason);
      });
    }

    it('shows no control character of what was typed', () => {
      const { errors } = sessionNotes(folderWith({}), ['check', '\u001b[31mred']);
      assert.match(errors, /\\u001b\[31mred/);
    });
  });

  describe('report', () => {
    it('counts files, notes, drafts, errors and warnings', () => {
      const folder = folderWith({
        'a.md': noteWithoutStage({ extra: 'status: draft' }),
        'b/b.md': noteWithoutStage(),
        'b/c.md': noteWithWarning(),
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
        'taken.markdown': note,
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
        'b/b.md': noteWithoutStage(),
        'c/c.md': noteWithoutStage(),
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
        'z.md': noteWithWarning(),
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
      const files = new Set(checkJson(folder, 'sub').problems.map(({ file, rule }) => `${file} ${rule}`));
      assert.deepEqual(
        files,
        new Set(['.session-notes/config.yaml configuration', '.session-notes/protocols/mine.yaml protocol']),
      );
    });

    it('are unreadable where they are no text', () => {
      const folder = folderWith({
        '.session-notes/config.yaml': Buffer.from('files: ["\xe9"]', 'latin1'),
        'a.md': completeNote(),
      });
      assert.deepEqual(places(checkJson(folder)), ['.session-notes/config.yaml:1 unreadable-file']);
    });
  });

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
      const folder = folderWith({ 'a.md': noteWithSafeFix(), 'b.md': noteWithWarning() });
      const { exitCode, output, errors } = sessionNotes(folder, ['check', '--fix', '--format', 'json']);
      assert.equal(exitCode, 0);
      assert.deepEqual(places(JSON.parse(output)), ['b.md:9 goal-status']);
      assert.equal(errors, 'Changed: a.md\n');
      assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), completeNote());
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

  describe('finds the problems that each messy note is made to show', () => {
    const expected: Readonly<Record<string, readonly string[]>> = JSON.parse(
      readFileSync('test/fixtures/notes/messy/expected.json', 'utf8'),
    );
    const found = new Map<string, string[]>();

    before(() => {
      const folder = folderWith({});
      cpSync('test/fixtures/notes/messy', folder, { recursive: true });
      for (const { file, rule, line } of checkJson(folder).problems) {
        found.set(file, [...(found.get(file) ?? []), `${rule}:${line}`]);
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
