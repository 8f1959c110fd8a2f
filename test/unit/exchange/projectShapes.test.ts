import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { folderWith, removeFolders, sessionNotes } from '../cli/commandRun';
import { unzip } from './projectReader';
import { schemaFaults } from './refiSchemas';

const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const talk = 'Konselor: Apa kabar?\nKonseli: Saya takut gagal di kelas.\nKonselor: Anda percaya diri.';
const coded = /Saya \{==takut gagal==\}\{>>#takut<<\} di kelas/;

interface Passage {
  readonly words: string;
  readonly name?: string;
  readonly users?: readonly number[];
  readonly inner?: string;
}

/** A project with one source, whose passages are counted by `count` in `text`. */
function projectOf(
  text: string,
  passages: readonly Passage[],
  {
    path = 'internal://a.txt',
    count = (before: string) => before.length,
    sources = '',
    rest = '',
    encoding = 'utf-8',
    users = [1],
  } = {},
): string {
  const selections = passages.map(({ words, name = '', users: coders = [1], inner = '' }, at) => {
    const start = text.indexOf(words);
    const codings = coders.map(
      (user, index) =>
        `<Coding guid="${guid(200 + at * 10 + index)}" creatingUser="${guid(user)}"><CodeRef targetGUID="${guid(50)}"/></Coding>`,
    );
    return `<PlainTextSelection guid="${guid(100 + at)}" name="${name}" startPosition="${count(text.slice(0, start))}" endPosition="${count(text.slice(0, start + words.length))}" creatingUser="${guid(1)}">${codings.join('')}${inner}</PlainTextSelection>`;
  });
  return `<?xml version="1.0" encoding="${encoding}"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="It">
<Users>${users.map(id => `<User guid="${guid(id)}" name="U${id}"/>`).join('')}</Users>
<CodeBook><Codes><Code guid="${guid(50)}" name="Takut" isCodable="true" color="FFAA00"/></Codes></CodeBook>
<Sources><TextSource guid="${guid(7)}" name="Sesi" plainTextPath="${path}">${selections.join('')}</TextSource>${sources}</Sources>${rest}
</Project>`;
}

const plain = projectOf(talk, [{ words: 'takut gagal' }]);

/** What importing an archive of these files comes to. */
function imported(files: Readonly<Record<string, string | Uint8Array>>) {
  const packed = Object.entries(files).map(
    ([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  const folder = folderWith({ 'it.qdpx': zipSync(Object.fromEntries(packed)) });
  const args = ['import', 'it.qdpx', '--protocol', 'study', '--language', 'en', '--keep-names'];
  const result = sessionNotes(folder, args);
  const paths = result.output.split('\n').filter(path => path.endsWith('.md'));
  return { ...result, folder, texts: paths.map(path => readFileSync(join(folder, path), 'utf8')) };
}

describe('the archive of a project', () => {
  after(removeFolders);

  const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
  const shapes: readonly (readonly [string, Readonly<Record<string, string | Uint8Array>>])[] = [
    ['packed anew with its folder', { 'Studi/project.qde': plain, 'Studi/sources/a.txt': talk }],
    [
      'packed anew on a Mac',
      {
        '__MACOSX/Studi/._project.qde': 'x',
        '__MACOSX/Studi/sources/._a.txt': 'x',
        'Studi/._project.qde': 'x',
        'Studi/project.qde': plain,
        'Studi/sources/a.txt': talk,
      },
    ],
    ['whose folders are parted by backslashes', { 'project.qde': plain, 'Sources\\a.txt': talk }],
    [
      'whose project is in UTF-16',
      {
        'project.qde': utf16(projectOf(talk, [{ words: 'takut gagal' }], { encoding: 'utf-16' })),
        'sources/a.txt': talk,
      },
    ],
    [
      'whose project is in the western encoding that it names',
      {
        'project.qde': latin(
          projectOf(talk, [{ words: 'takut gagal', name: 'é' }], { encoding: 'ISO-8859-1' }),
        ),
        'sources/a.txt': talk,
      },
    ],
    [
      'that names a text as in an address',
      {
        'project.qde': projectOf(talk, [{ words: 'takut gagal' }], { path: 'internal://Sesi%201.txt' }),
        'sources/Sesi 1.txt': talk,
      },
    ],
    [
      'that names a text by where it lay',
      {
        'project.qde': projectOf(talk, [{ words: 'takut gagal' }], { path: 'absolute:///C:\\Studi\\a.txt' }),
        'sources/a.txt': talk,
      },
    ],
    [
      'with characters that no XML may hold',
      {
        'project.qde': plain.replace('name="Sesi"', 'name="Sesi\u000b1&#x2;&#31;"'),
        'sources/a.txt': talk,
      },
    ],
  ];
  for (const [what, files] of shapes) {
    it(`${what} is read`, () => {
      const { texts, errors, exitCode } = imported(files);
      assert.equal(exitCode, 0, errors);
      assert.match(texts[0] ?? '', coded);
    });
  }

  it('may hold a text in Windows-1252, which is told', () => {
    const text = talk.replace('kabar', 'kabar, José');
    const { texts, errors } = imported({
      'project.qde': projectOf(text, [{ words: 'takut gagal' }]),
      'sources/a.txt': latin(text),
    });
    assert.match(texts[0] ?? '', /Apa kabar, José\?/);
    assert.match(texts[0] ?? '', coded);
    assert.match(errors, /read as Windows-1252/);
  });

  it('may not hold bytes that are no text in its project', () => {
    const { exitCode, errors } = imported({ 'project.qde': latin(plain.replace('Sesi', 'Sési')) });
    assert.equal(exitCode, 1);
    assert.match(errors, /not text in UTF-8/);
  });
});

describe('positions in a source', () => {
  after(removeFolders);

  const crlf = talk.replaceAll('\n', '\r\n');
  const emoji = talk.replace('kabar', '😀 kabar');
  const passages = [{ words: 'takut gagal' }, { words: 'percaya diri' }];
  const ways: readonly (readonly [string, string, string, (before: string) => number])[] = [
    ['with LF, while the file has CRLF', crlf, crlf, before => before.replaceAll('\r\n', '\n').length],
    ['with CRLF, while the file has LF', crlf, talk, before => before.length],
    ['with the byte order mark', talk, `\ufeff${talk}`, before => before.length + 1],
    ['in UTF-16 by a program that does not say so', emoji, emoji, before => before.length],
  ];
  for (const [what, text, file, count] of ways) {
    it(`that were counted ${what} are told by the borders of words, where names do not tell`, () => {
      const { texts } = imported({
        'project.qde': projectOf(text, passages, { count }),
        'sources/a.txt': file,
      });
      assert.match(texts[0] ?? '', coded);
      assert.match(texts[0] ?? '', /Anda \{==percaya diri==\}\{>>#takut<<\}\./);
    });
  }

  it('are not read in another way for one passage that cuts a word', () => {
    const cut = [{ words: 'akut gagal' }, { words: 'percaya diri' }, { words: 'kabar' }];
    const { texts } = imported({ 'project.qde': projectOf(crlf, cut), 'sources/a.txt': crlf });
    assert.match(texts[0] ?? '', /t\{==akut gagal==\}/);
  });
});

describe('memos of several users', () => {
  after(removeFolders);

  const note = (id: number, user: number, words: string): string =>
    `<Note guid="${guid(id)}" creatingUser="${guid(user)}"><PlainTextContent>${words}</PlainTextContent></Note>`;
  const refs = `<NoteRef targetGUID="${guid(60)}"/><NoteRef targetGUID="${guid(61)}"/>`;
  const rest = `<Notes>${note(60, 1, 'kata satu')}${note(61, 2, 'kata dua')}</Notes>`;

  it('on a passage without a code each go to who wrote them', () => {
    const qde = projectOf(talk, [{ words: 'takut gagal', users: [], inner: refs }], { rest, users: [1, 2] });
    const { texts } = imported({ 'project.qde': qde, 'sources/a.txt': talk });
    const memos = texts.map(text => /\{==takut gagal==\}\{>>([^<]*)<<\}/.exec(text)?.[1]);
    assert.deepEqual(memos, ['kata satu', 'kata dua']);
  });

  it('on a passage that both coded each go with their own codes', () => {
    const qde = projectOf(talk, [{ words: 'takut gagal', users: [1, 2], inner: refs }], {
      rest,
      users: [1, 2],
    });
    const { texts } = imported({ 'project.qde': qde, 'sources/a.txt': talk });
    const memos = texts.map(text => /\{==takut gagal==\}\{>>([^<]*)<<\}/.exec(text)?.[1]);
    assert.deepEqual(memos, ['#takut kata satu', '#takut kata dua']);
  });
});

describe('a turn in which nothing is said', () => {
  after(removeFolders);

  it('does not take the place of passages before it', () => {
    const text = `${talk}\nKonseli: \nKonselor: Baik.\nKonseli: \nKonselor: Ya.`;
    const { texts, errors } = imported({
      'project.qde': projectOf(text, [{ words: 'takut gagal' }, { words: 'percaya diri' }]),
      'sources/a.txt': text,
    });
    assert.match(texts[0] ?? '', coded);
    assert.match(texts[0] ?? '', /\{==percaya diri==\}/);
    assert.doesNotMatch(errors, /left out/);
  });
});

describe('what a project says besides', () => {
  after(removeFolders);

  it('is counted where no transcript has a place for it', () => {
    const picture = `<PictureSource guid="${guid(8)}" name="foto"><PictureSelection guid="${guid(9)}"><Coding guid="${guid(10)}" creatingUser="${guid(2)}"><CodeRef targetGUID="${guid(50)}"/></Coding></PictureSelection></PictureSource>`;
    const memo = (id: number): string =>
      `<Note guid="${guid(id)}"><PlainTextContent>kata</PlainTextContent></Note>`;
    const rest = `<Notes>${memo(60)}${memo(61)}</Notes><Sets><Set guid="${guid(70)}" name="Dokumen"><MemberSource targetGUID="${guid(7)}"/></Set></Sets><Graphs><Graph guid="${guid(71)}" name="Peta"/></Graphs><Description>Studi tentang cemas.</Description>`;
    const inner = `<NoteRef targetGUID="${guid(60)}"/>`;
    const { errors } = imported({
      'project.qde': projectOf(talk, [{ words: 'takut gagal', inner }], {
        sources: picture,
        rest,
        users: [1, 2, 3],
      }),
      'sources/a.txt': talk,
    });
    assert.match(errors, /users who coded nothing 1,/);
    assert.match(errors, /memos and descriptions elsewhere 2, groups of sources 1, maps 1\./);
    assert.match(errors, /Sources without a plain text were left out: 1, with codings: 1\./);
  });

  it('keeps the codes of users apart whom it does not name', () => {
    const passages = [
      { words: 'takut gagal', users: [1] },
      { words: 'percaya diri', users: [2] },
    ];
    const { texts } = imported({
      'project.qde': projectOf(talk, passages, { users: [] }),
      'sources/a.txt': talk,
    });
    assert.equal(texts.length, 2);
    assert.match(texts[0] ?? '', coded);
    assert.doesNotMatch(texts[0] ?? '', /percaya diri==/);
  });

  it('makes nobody a rater whose codes it does not have', () => {
    const stray = `<PlainTextSelection guid="${guid(98)}" startPosition="0" endPosition="8"><Coding guid="${guid(99)}"><CodeRef targetGUID="${guid(97)}"/></Coding></PlainTextSelection>`;
    const { texts, errors } = imported({
      'project.qde': plain.replace('</TextSource>', `${stray}</TextSource>`),
      'sources/a.txt': talk,
    });
    assert.equal(texts.length, 1);
    assert.match(texts[0] ?? '', /^coder: U1$/m);
    assert.match(errors, /were left out: 1\.\n$/);
  });

  it('has colors with and without a number sign', () => {
    const { folder } = imported({ 'project.qde': plain, 'sources/a.txt': talk });
    assert.match(
      readFileSync(join(folder, '.session-notes/protocols/study.yaml'), 'utf8'),
      /color: "#FFAA00"/,
    );
  });

  it('may write its names in other letters, and is told without texts', () => {
    const { errors, output } = imported({
      'project.qde': `<project name="p"><Codebook><codes><code guid="${guid(1)}" name="Takut"/></codes></Codebook></project>`,
    });
    assert.match(output, /study\.yaml/);
    assert.match(errors, /The project has no plain text/);
  });
});

describe('a project that is exported and comes back', () => {
  after(removeFolders);

  const codebook = `id: own
title: { en: Own }
codes:
  - { id: takut, title: { en: Takut } }
  - { id: cemas, title: { en: Cemas } }
codeSets:
  - { id: emosi, title: { en: Emosi }, codes: [takut, cemas] }
`;
  const note = (session: string): string => `---
protocol: own
kind: transcript
transcript: T-1
${session}date: 2026-03-12
coder: RA
speakers: { RA: other, K: other }
---
[0:01] **RA:** Halo.

[0:02] **K:** Saya {==takut==}{>>#takut<<}.
`;

  it('has its session, its date and its sets of codes', async () => {
    const folder = folderWith({
      '.session-notes/protocols/own.yaml': codebook,
      'a.md': note('session: 2\n'),
    });
    const run = (...args: readonly string[]) => sessionNotes(folder, [...args, '--language', 'en']);
    assert.equal(run('export', 'a.md', '--to', 'qdpx', '--out', 'it.qdpx').exitCode, 0);
    const qde = Buffer.from(unzip(readFileSync(join(folder, 'it.qdpx'))).get('project.qde') ?? []).toString();
    assert.deepEqual(await schemaFaults('project', qde), []);
    const { output, errors } = run('import', 'it.qdpx', '--protocol', 'other', '--keep-names');
    const [protocol = '', path = ''] = output.split('\n');
    const text = readFileSync(join(folder, path), 'utf8');
    assert.match(text, /^session: 2$/m, errors);
    assert.match(text, /^date: 2026-03-12$/m);
    assert.doesNotMatch(text, /^variable/m);
    assert.match(
      readFileSync(join(folder, protocol), 'utf8'),
      /codeSets:\n {2}- id: emosi\n {4}title: \{ en: Emosi \}\n {4}codes: \[takut, cemas\]/,
    );
  });

  it('keeps a variable of a study that is called like a field', () => {
    const folder = folderWith({
      '.session-notes/protocols/own.yaml': codebook,
      'a.md': note('variable session: pagi\n'),
    });
    const run = (...args: readonly string[]) => sessionNotes(folder, [...args, '--language', 'en']);
    run('export', 'a.md', '--to', 'qdpx', '--out', 'it.qdpx');
    const { output } = run('import', 'it.qdpx', '--protocol', 'own', '--keep-names');
    const text = readFileSync(
      join(folder, output.split('\n').find(path => path.endsWith('.md')) ?? ''),
      'utf8',
    );
    assert.match(text, /^variable session: pagi$/m);
  });
});
