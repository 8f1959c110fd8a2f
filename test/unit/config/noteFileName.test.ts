import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  defaultFileName,
  type FileNameValues,
  freePath,
  noteFileName,
  pathKey,
} from '../../../src/core/config/noteFileName';

const values: FileNameValues = {
  client: 'K-014',
  date: '2026-03-12',
  session: 3,
  counselor: 'RA',
  protocol: 'four-stage',
};

function named(pattern: string, over: Partial<FileNameValues> = {}): string {
  return noteFileName(pattern, { ...values, ...over });
}

/** The file name of a client of this name. */
function forClient(client: string): string {
  return named('{client}.session.md', { client });
}

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(
    '..',
    '../..',
    '/etc/passwd',
    'C:\\x',
    'CON',
    'con.txt',
    'nul ',
    'lpt9.',
    'a/../b',
    '...',
    '',
  ),
  fc.constantFrom(
    'K\u0000',
    'a\u202eb',
    'x\n/y',
    '\ud800',
    'é'.repeat(150),
    '👩‍👩‍👧'.repeat(40),
    ' .md',
    'node_modules',
  ),
);
const patterns = fc.oneof(
  fc.constantFrom(defaultFileName, '{client}.md', '{counselor}/{client}', '../{client}.md', '{session}', ''),
  fc
    .array(fc.oneof(texts, fc.constantFrom('{client}', '{date}', '/', '\\', '.session.md')))
    .map(parts => parts.join('')),
);

describe('the file name of a new note', () => {
  it('is the pattern with its places filled in', () => {
    assert.equal(named(defaultFileName), 'K-014/2026-03-12-session-3.session.md');
    assert.equal(named('{protocol}/{counselor}/{client} {session}.md'), 'four-stage/RA/K-014 3.md');
    assert.equal(named('notes\\{client}\\{date}'), 'notes/K-014/2026-03-12.session.md');
    assert.equal(named('{client}{room}.markdown'), 'K-014{room}.markdown');
  });

  it('has nothing that Windows or any other file system refuses', () => {
    const cases: Readonly<Record<string, string>> = {
      'A: B?': 'A- B-',
      'a/b\\c': 'a-b-c',
      '../../etc': '-..-etc',
      '. hidden .': 'hidden',
      'K\u0000\t1\u202e4': 'K 14',
      CON: 'CON_',
      'nul.old': 'nul_.old',
      'Com1 .x': 'Com1_ .x',
      console: 'console',
      '   ': '_',
      '...': '_',
      node_modules: 'node_modules_',
      'e\u0301': '\u00e9',
    };
    for (const [client, name] of Object.entries(cases)) {
      assert.equal(forClient(client), `${name}.session.md`, JSON.stringify(client));
    }
  });

  it('stays below the folder, whatever the pattern says', () => {
    assert.equal(named('/srv/{client}.md'), 'srv/K-014.md');
    assert.equal(named('C:\\notes\\{client}.md'), 'C-/notes/K-014.md');
    assert.equal(named('../../{client}/./{date}.md'), 'K-014/2026-03-12.md');
    assert.equal(named('.notes//{client}.md'), 'notes/K-014.md');
    assert.equal(named('', {}), '_.session.md');
    assert.equal(named('{counselor}/{session}.md', { counselor: undefined }), '_/3.md');
  });

  it('is cut between characters where it is too long, and keeps its suffix', () => {
    const name = forClient('😀'.repeat(100));
    assert.match(name, /^(?:😀)+\.session\.md$/u);
    assert.ok(Buffer.byteLength(name) <= 120 && Buffer.byteLength(name) > 110);
    assert.equal(forClient(`${'x'.repeat(107)}. y`), `${'x'.repeat(107)}.session.md`);
  });

  it('has the note format where a note has no number, and nothing that announces one', () => {
    const of = (pattern: string) =>
      noteFileName(pattern, { ...values, session: undefined, protocol: 'intake' });
    assert.match(of('{client}/{date}-session-{session}'), /^[^/]+\/\d{4}-\d\d-\d\d-intake\.session\.md$/);
    assert.equal(of('Sesi {session}.md'), 'intake.md');
    assert.equal(of('n{session}.md'), 'nintake.md');
  });

  it('is one, of any values by any pattern', () => {
    fc.assert(
      fc.property(patterns, texts, texts, (pattern, client, counselor) => {
        const path = named(pattern, { client, counselor });
        assert.equal(path, path.normalize('NFC'));
        assert.match(path, /\.(?:md|markdown)$/i);
        for (const name of path.split('/')) {
          assert.doesNotMatch(name, /[<>:"/\\|?*]|[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
          assert.doesNotMatch(name, /^[ .]|[ .]$|^$/);
          assert.doesNotMatch(name, RESERVED);
          assert.ok(Buffer.byteLength(name) <= 120, name);
        }
        if (!path.includes('{')) assert.equal(noteFileName(path, values), path);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a path that is taken', () => {
  it('gets the first number that is free, before its suffix', () => {
    const taken = new Set(['k/3.session.md', 'k/3-2.session.md', 'k/x.y.md', 'k']);
    const free = (path: string) => freePath(path, each => taken.has(each));
    assert.equal(free('k/3.session.md'), 'k/3-3.session.md');
    assert.equal(free('k/x.y.md'), 'k/x.y-2.md');
    assert.equal(free('k/4.session.md'), 'k/4.session.md');
    assert.equal(free('k'), 'k-2');
  });

  it('is so for file systems without case, too, by its key', () => {
    assert.equal(pathKey('K-014/É.md'), pathKey('k-014/e\u0301.MD'));
    assert.notEqual(pathKey('k-14/e.md'), pathKey('k-014/e.md'));
  });
});
