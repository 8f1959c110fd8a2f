import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { asNobody, folderWith, removeFolders, sessionNotes } from './commandRun';
import { completeNote, noteWithoutStage } from './notes';

const off = 'rules: { missing-stage: off }\n';

describe('the files of a practice', () => {
  after(removeFolders);

  it('are not read where they are larger than anybody writes, and it is said', () => {
    const folder = folderWith({
      'a.session.md': completeNote(),
      '.session-notes/protocols/big.yaml': 'id: big\n',
    });
    truncateSync(join(folder, '.session-notes/protocols/big.yaml'), 1024 * 1024 * 1024);
    const { output, exitCode } = sessionNotes(folder, ['check', '--language', 'en']);
    assert.match(output, /big\.yaml\n.*larger than 256 KB/);
    assert.equal(exitCode, 1);
  });

  if (process.platform !== 'win32') {
    it('are not opened where they are pipes or devices, which might never end', () => {
      const folder = folderWith({ 'a.session.md': completeNote(), '.session-notes/protocols/x.yaml': '' });
      execFileSync('mkfifo', [join(folder, '.session-notes/config.yaml')]);
      symlinkSync('/dev/zero', join(folder, '.session-notes/protocols/zero.yaml'));
      const { output } = sessionNotes(folder, ['check', '--language', 'en']);
      for (const name of ['config', 'zero']) {
        assert.match(output, new RegExp(`${name}\\.yaml\\n.*not an ordinary file`));
      }
    });

    it('count from above where they belong to the user, and it is said', () => {
      const folder = folderWith({ '.session-notes/config.yaml': off, 'in/a.session.md': noteWithoutStage() });
      const { output, errors } = sessionNotes(join(folder, 'in'), ['check', '--language', 'en']);
      assert.doesNotMatch(output, /missing-stage/);
      assert.match(errors, /“\.\.\/\.session-notes” in a folder above says how notes are checked here/);
    });
  }

  if (process.geteuid?.() === 0) {
    it('do not count from above where they belong to somebody else, and it is said', () => {
      const folder = folderWith({ '.session-notes/config.yaml': off, 'in/a.session.md': noteWithoutStage() });
      const { output, errors } = asNobody(folder, () =>
        sessionNotes(join(folder, 'in'), ['check', '--language', 'en']),
      );
      assert.match(output, /missing-stage/);
      assert.match(errors, /belongs to somebody else/);
    });
  }
});

describe('what a terminal would obey', () => {
  after(removeFolders);

  it('is made visible by agree, wherever the words of notes stand', () => {
    const version = (rater: string): string =>
      `---\nprotocol: four-stage\nkind: transcript\ntranscript: "T\\e[31m\\u202e"\ncoder: "${rater}\\e[31m"\nspeakers: { RA: counselor }\n---\n\n**RA:** One #empathy\n\n**RA:** Two\n`;
    const folder = folderWith({ 'a.md': version('A'), 'b.md': version('B').replace('Two', 'Two #empathy') });
    for (const format of ['text', 'json', 'csv']) {
      const { output } = sessionNotes(folder, ['agree', '--quote', '--format', format]);
      assert.match(output, /\\u001b/, format);
      assert.doesNotMatch(output.replace(/[\r\n]/g, ''), /[\p{Cc}\p{Bidi_Control}]/u, format);
    }
  });
});

describe('CSV for Excel', () => {
  after(removeFolders);

  it('begins with a byte order mark and runs nothing as a formula', () => {
    const goals = '- [ ] =HYPERLINK("http://example.org","x") ^g1\n- [ ] +1+1 ^g2\n';
    const folder = folderWith({ 'a.session.md': completeNote({}, goals) });
    const { output } = sessionNotes(folder, [
      'goals',
      '--format',
      'csv',
      '--for',
      'excel',
      '--language',
      'en',
    ]);
    assert.ok(output.startsWith('\ufeff'));
    assert.match(output, /"'=HYPERLINK/);
    assert.match(output, /,'\+1\+1,/);
    const indonesian = sessionNotes(folder, [
      'goals',
      '--format',
      'csv',
      '--for',
      'excel',
      '--language',
      'id',
    ]);
    assert.match(indonesian.output, /^\ufeffclient;session;/);
  });

  it('is given of measures, too, and refused as anything else', () => {
    const version = (rater: string): string =>
      `---\nprotocol: four-stage\nkind: transcript\ntranscript: T\ncoder: "${rater}"\nspeakers: { RA: counselor }\n---\n\n**RA:** One #=code\n`;
    const folder = folderWith({ 'a.md': version('=A'), 'b.md': version('=B') });
    const { output } = sessionNotes(folder, [
      'agree',
      '--quote',
      '--format',
      'csv',
      '--for',
      'excel',
      '--language',
      'en',
    ]);
    assert.ok(output.startsWith('\ufeffscope,'));
    assert.doesNotMatch(output, /(?:^|,)"?=/m);
    assert.equal(sessionNotes(folder, ['agree', '--for', 'calc']).exitCode, 2);
  });
});

describe('the name of a file that is no UTF-8', () => {
  after(removeFolders);

  if (process.platform === 'linux') {
    it('is said to be why it cannot be opened', () => {
      const folder = folderWith({ 'a.session.md': completeNote() });
      const name = Buffer.concat([
        Buffer.from(`${folder}/b`),
        Buffer.from([0xff]),
        Buffer.from('.session.md'),
      ]);
      execFileSync('sh', [
        '-c',
        'cp "$1" "$(printf "$2/b\\377.session.md")"',
        'sh',
        join(folder, 'a.session.md'),
        folder,
      ]);
      assert.ok(readFileSync(name).length > 0);
      mkdirSync(join(folder, 'empty'));
      assert.match(
        sessionNotes(folder, ['check', '--language', 'en']).output,
        /name of the file or folder is not in UTF-8/,
      );
    });

    it('is said of a folder, and of a file of the practice, too', () => {
      const folder = folderWith({ 'a.session.md': completeNote(), '.session-notes/protocols/x.yaml': '' });
      const script =
        'cd "$1" && mkdir "$(printf "in\\377")" && cp .session-notes/protocols/x.yaml "$2$(printf "y\\377.yaml")"';
      execFileSync('sh', ['-c', script, 'sh', folder, '.session-notes/protocols/']);
      const { output } = sessionNotes(folder, ['check', '--language', 'en']);
      for (const name of ['in\ufffd', 'y\ufffd\\.yaml'])
        assert.match(output, new RegExp(`${name}\\n.*name of the file or folder is not in UTF-8`));
    });
  }
});
