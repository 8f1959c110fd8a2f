import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders, sessionNotes, snapshot } from './commandRun';

const fixtures = 'test/fixtures/transcripts';

/** A folder with files from outside in `from/`. */
function inbox(...names: readonly string[]): string {
  const files = names.map(name => [`from/${name}`, readFileSync(join(fixtures, name))] as const);
  return folderWith(Object.fromEntries(files));
}

describe('session-notes import', () => {
  after(removeFolders);

  it('writes a transcript for each file, prints its path, and leaves the files as they were', () => {
    const folder = inbox(
      'voices.vtt',
      'changes.srt',
      'session.cha',
      'interview.eaf',
      'otter.txt',
      'table.md',
    );
    const before = snapshot(join(folder, 'from'));
    const names = readdirSync(join(folder, 'from'));
    const { exitCode, output } = sessionNotes(folder, [
      'import',
      ...names.map(name => `from/${name}`),
      '--out',
      'sesi',
    ]);
    assert.equal(exitCode, 0);
    const expected = names.map(name => `sesi/${name.replace(/\.\w+$/, '.session.md')}`);
    assert.deepEqual(output.trim().split('\n'), expected);
    assert.deepEqual(snapshot(join(folder, 'from')), before);
  });

  it('calls speakers by the roles they were given, and writes client, session and date', () => {
    const folder = inbox('letters.txt');
    const args = [
      '--speaker',
      'K=konseli',
      '--speaker',
      'P1=counselor',
      '--client',
      'K-014',
      '--session',
      '3',
    ];
    const { output, errors } = sessionNotes(folder, [
      'import',
      'from/letters.txt',
      ...args,
      '--date',
      '2026-02-05',
      '--language',
      'id',
    ]);
    assert.equal(errors, '');
    assert.equal(
      readFileSync(join(folder, output.trim()), 'utf8')
        .replace(/[0-9a-f]{64}/, '…')
        .replace(/-[0-9a-f]{6}\n/, '-…\n'),
      `---
protocol: four-stage
kind: transcript
transcript: letters-…
client: K-014
session: 3
date: 2026-02-05
language: id
speakers:
  Konselor: counselor
  Konseli: client
words: sha256-…
---

**Konselor:** Bagaimana minggu ini?

**Konseli:** Lumayan.

**Konselor:** Lumayan bagaimana?

**Konseli:** Ya, begitu: biasa.
`,
    );
  });

  it('writes transcripts in which check finds nothing wrong', () => {
    const folder = inbox('zoom.vtt', 'verbatim.txt');
    const { output } = sessionNotes(folder, [
      ...[
        'import',
        'from/zoom.vtt',
        'from/verbatim.txt',
        '--client',
        'K-014',
        '--session',
        '3',
        '--date',
        '2026-02-05',
      ],
    ]);
    const checked = JSON.parse(
      sessionNotes(folder, ['check', '--format', 'json', ...output.trim().split('\n')]).output,
    );
    assert.deepEqual([checked.notes, checked.problems], [2, []]);
  });

  it('joins what one speaker says without a break, and keeps names, when asked to', () => {
    const folder = inbox('zoom.vtt');
    const { output } = sessionNotes(folder, ['import', 'from/zoom.vtt', '--join', '--keep-names']);
    const text = readFileSync(join(folder, output.trim()), 'utf8');
    assert.deepEqual(text.match(/\*\*[^*]+:\*\*/g), [
      '**Dewi Anggraini:**',
      '**Bima:**',
      '**Dewi Anggraini:**',
    ]);
  });

  it('overwrites nothing', () => {
    const folder = inbox('zoom.vtt');
    const run = () => sessionNotes(folder, ['import', 'from/zoom.vtt']).output;
    assert.deepEqual([run(), run()], ['zoom.session.md\n', 'zoom-2.session.md\n']);
  });

  it('tells line and reason of what is broken, and imports the other files', () => {
    const folder = folderWith({
      'bad.srt': '1\n00:00:01,000 --> 00:00:02,000\nHalo\n\n2\nHilang\n',
      'bytes.txt': new Uint8Array([75, 58, 32, 0xe9, 10]),
      'good.txt': 'Konselor: Halo\nKonseli: Hai\n',
    });
    const { exitCode, output, errors } = sessionNotes(folder, ['import', 'bad.srt', 'bytes.txt', 'good.txt']);
    assert.deepEqual([exitCode, output], [1, 'good.session.md\n']);
    assert.match(errors, /^bad\.srt:5: These lines have no times/m);
    assert.match(errors, /^bytes\.txt: /m);
  });

  it('gives words without a speaker to nobody with --lenient, takes the tiers and columns that it is told', () => {
    const folder = folderWith({
      'bad.srt': '1\n00:00:01,000 --> 00:00:02,000\nKonselor: Halo\n\n2\nHilang\n',
      'table.csv': 'siapa,katanya\nIbu,Halo\nAnak,Hai\n',
    });
    const lenient = sessionNotes(folder, ['import', 'bad.srt', '--lenient']);
    assert.deepEqual([lenient.exitCode, lenient.output], [0, 'bad.session.md\n']);
    assert.match(lenient.errors, /^bad\.srt:5: These lines have no times/m);
    const written = readFileSync(join(folder, 'bad.session.md'), 'utf8');
    assert.match(written, /\nunassigned: 1\n/);
    assert.match(written, /\*\*Tanpa penutur:\*\* 2\nHilang\n/);
    assert.equal(sessionNotes(folder, ['import', 'table.csv']).exitCode, 1);
    const told = ['import', 'table.csv', '--column', 'speaker=Siapa', '--column', 'words=katanya'];
    assert.equal(sessionNotes(folder, told).exitCode, 0);
    assert.equal(sessionNotes(folder, ['import', 'table.csv', '--column', 'who=Siapa']).exitCode, 2);
  });

  it('cannot run without files, on folders, or with roles that the protocol does not know', () => {
    const folder = inbox('zoom.vtt');
    for (const args of [
      [],
      ['from'],
      ['nowhere.vtt'],
      ['from/zoom.vtt', '--speaker', 'Bima'],
      ['from/zoom.vtt', '--speaker', 'Bima=councelor'],
      ['from/zoom.vtt', '--out', 'from/zoom.vtt'],
      ['from/zoom.vtt', '--date', '5/2/2026'],
      ['from/zoom.vtt', '--protocol', 'none'],
    ]) {
      const { exitCode, output, errors } = sessionNotes(folder, ['import', ...args]);
      assert.deepEqual([exitCode, output, errors === ''], [2, '', false], args.join(' '));
    }
    assert.deepEqual(readdirSync(folder), ['from']);
  });
});
