import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { folderWith, removeFolders, sessionNotes } from '../cli/commandRun';
import { readBack } from './importRun';
import { all, unzip } from './projectReader';
import { schemaFaults } from './refiSchemas';

const fixtures = 'test/fixtures/transcripts';
const wild = readFileSync(join(fixtures, 'exchange/wild.qdc'), 'utf8');

function run(folder: string, ...args: readonly string[]) {
  return sessionNotes(folder, [...args, '--language', 'en']);
}

/** What a codebook holds, by the paths of its codes. */
function held(xml: string): readonly (readonly unknown[])[] {
  const root = parseXml(xml).root;
  assert.ok(root);
  return ['Code', 'Set', 'MemberCode'].flatMap(name =>
    all(root, name).map(({ attributes, children, parent }) => [
      name,
      attributes,
      parent !== null && 'attributes' in parent ? parent.attributes : {},
      children.flatMap(child =>
        child instanceof XmlElement && child.name === 'Description' ? [child.text] : [],
      ),
    ]),
  );
}

describe('importing a codebook', () => {
  it('takes codes whose names YAML takes for something else', () => {
    const code = (name: string, inner = '') =>
      `<Code guid="${randomUUID()}" isCodable="true" name="${name}">${inner}</Code>`;
    const codes = code('True', code('null')) + code('Yes');
    const text = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${codes}</Codes></CodeBook>`;
    const folder = folderWith({ 'own.qdc': text });
    assert.equal(run(folder, 'import', 'own.qdc', '--protocol', 'own').errors, 'own.qdc: Codes added: 3.\n');
    const again = run(folder, 'export', '--to', 'qdc', '--protocol', 'own').output;
    assert.deepEqual(held(again), held(text));
  });

  after(removeFolders);

  it('brings codes in whatever shape a program wrote them into the protocol of the workspace', () => {
    const folder = folderWith({ 'wild.qdc': wild, '.session-notes/config.yaml': '' });
    const { exitCode, output, errors } = run(folder, 'import', 'wild.qdc');
    assert.deepEqual([exitCode, output], [0, '.session-notes/protocols/four-stage.yaml\n']);
    assert.equal(errors, 'wild.qdc: Codes added: 6.\n');
    assert.equal(
      readFileSync(join(folder, output.trim()), 'utf8'),
      `id: four-stage
extends: four-stage
codes:
  - id: perasaan-emosi
    title: { en: "Perasaan & emosi" }
    color: "#ffaa00"
    codable: false
    guid: "5215cc69-b628-4e02-afb9-9beeaee55808"
  - id: takut
    title: { en: Takut }
    definition:
      en: |-
        Takut akan sesuatu: "ujian",
        orang tua, …
    include:
      en: panik
    examples:
      en:
        - Saya gemetar.
    parent: perasaan-emosi
    color: "#FFAA00"
    guid: d7aa29da-519b-4946-9b90-253b6db8fd0a
  - id: takut-2
    title: { en: takut }
    parent: perasaan-emosi
    guid: "0dcef2f5-e55c-49da-8c33-9b0803c7aeb4"
  - id: "yes"
    title: { en: "{==#1 - 恐れ==}: yes" }
    guid: "9fa9bcb7-5b59-47a9-8c3e-f65cffdc7520"
  - id: rusak
    title: { en: Rusak }
    guid: "1783fa6f-abad-5cfa-a294-f98802b3187b"
  - id: di-bawahnya
    title: { en: Di bawahnya }
    parent: rusak
    guid: "7c108712-b650-4892-ac0b-fc9a10190c3b"
`,
    );
    assert.deepEqual(JSON.parse(run(folder, 'check', '--format', 'json').output).problems, []);
  });

  it('adds nothing twice, and adds to the own file of the protocol without changing the rest', () => {
    const own = `# ours\nid: own\ntitle: { en: Own }\ncodes:\n- id: takut # kept\n  title: { en: Other }\nversion: 2\n`;
    const folder = folderWith({ 'wild.qdc': wild, '.session-notes/protocols/ours.yaml': own });
    const first = run(folder, 'import', 'wild.qdc', '--protocol', 'own');
    assert.deepEqual([first.exitCode, first.output], [0, '.session-notes/protocols/ours.yaml\n']);
    const text = readFileSync(join(folder, '.session-notes/protocols/ours.yaml'), 'utf8');
    assert.ok(text.startsWith(own.replace('version: 2\n', '')) && text.endsWith('\nversion: 2\n'), text);
    assert.match(text, /\n- id: takut-2\n {2}title: \{ en: Takut \}\n/);
    const again = run(folder, 'import', 'wild.qdc', '--protocol', 'own');
    assert.deepEqual([again.exitCode, again.output], [0, '']);
    assert.equal(again.errors, 'wild.qdc: Codes that the codebook has already: 6.\n');
    assert.equal(readFileSync(join(folder, '.session-notes/protocols/ours.yaml'), 'utf8'), text);
  });

  it('and exporting it again loses nothing that the format holds', () => {
    const source = folderWith({
      '.session-notes/protocols/own.yaml': `id: own
title: { en: Own }
codes:
  - { id: affect, title: { en: "Affect: & <more>" }, codable: false, color: "#AA00bb" }
  - id: fear
    title: { en: Fear }
    parent: affect
    label: F+
    definition: { en: "Says that\\nhe fears.\\n\\n  Or shows it \\u202e." }
    include: { en: Panic }
    exclude: { en: "Worry, \\"nerves\\"" }
    examples: { en: [I tremble., "- I ran.\\nFast."] }
  - { id: dread, title: { en: Dread }, parent: fear }
  - { id: fear-again, title: { en: Fear } }
codeSets:
  - { id: feelings, title: { en: Feelings }, description: { en: All of them }, codes: [affect, fear] }
`,
    });
    const exported = run(source, 'export', '--to', 'qdc', '--protocol', 'own').output;
    const target = folderWith({ 'it.qdc': exported });
    assert.equal(run(target, 'import', 'it.qdc', '--protocol', 'other').exitCode, 0);
    const again = run(target, 'export', '--to', 'qdc', '--protocol', 'other').output;
    assert.deepEqual(held(again), held(exported));
    assert.equal(held(again).length, 7);
    const wildFolder = folderWith({ 'wild.qdc': wild });
    run(wildFolder, 'import', 'wild.qdc', '--protocol', 'wild');
    const tame = run(wildFolder, 'export', '--to', 'qdc', '--protocol', 'wild').output;
    const twice = folderWith({ 'tame.qdc': tame });
    run(twice, 'import', 'tame.qdc', '--protocol', 'wild');
    assert.deepEqual(held(run(twice, 'export', '--to', 'qdc', '--protocol', 'wild').output), held(tame));
  });

  it('is refused with a line and a reason where it is none', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "lol">]>\n<CodeBook>\n<Codes>&x;</Codes></CodeBook>';
    const folder = folderWith({
      'bomb.qdc': bomb,
      'file.qdc':
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><CodeBook><Codes><Code name="&x;"/></Codes></CodeBook>',
      'other.qdc': '<html/>',
      'empty.qdc': '<CodeBook><Codes/></CodeBook>',
      'broken.qdc': '<CodeBook>\n<Codes>\n</CodeBook>',
    });
    const names = readdirSync(folder).filter(name => name.endsWith('.qdc'));
    const { exitCode, output, errors } = run(folder, 'import', ...names);
    assert.deepEqual([exitCode, output], [1, '']);
    assert.deepEqual(
      errors
        .trim()
        .split('\n')
        .map(line => line.replace(/: .*/, '')),
      ['bomb.qdc:3', 'broken.qdc:3', 'empty.qdc:1', 'file.qdc:1', 'other.qdc:1'],
    );
    assert.ok(!existsSync(join(folder, '.session-notes')));
  });
});

const guid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

interface Coded {
  readonly passage: string;
  readonly code: number;
  readonly user?: number;
  readonly note?: number;
}

/** A project with one source, as some program might write it. */
function project(
  text: string,
  codings: readonly Coded[],
  {
    origin = 'QDA',
    path = `internal://${guid(9)}.txt`,
    count = (before: string): number => [...before].length,
    named = true,
  } = {},
): string {
  const selections = codings.map(({ passage, code, user = 1, note }, at) => {
    const start = text.indexOf(passage);
    assert.ok(start >= 0, passage);
    const [from, to] = [count(text.slice(0, start)), count(text.slice(0, start + passage.length))];
    const name = named ? ` name="${passage.replace(/\s+/g, ' ').slice(0, 20)}…"` : '';
    const ref = note === undefined ? '' : `<NoteRef targetGUID="${guid(note)}"/>`;
    return `<PlainTextSelection guid="${guid(100 + at)}"${name} startPosition="${from}" endPosition="${to}"><Coding guid="${guid(
      200 + at,
    )}" creatingUser="{${guid(user)}}"><CodeRef targetGUID="${guid(code)}"/>${ref}</Coding></PlainTextSelection>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="${origin}">
<Users><User guid="${guid(1)}" name="RA"/><User guid="${guid(2)}" name="JT"/></Users>
<CodeBook><Codes><Code guid="${guid(50)}" name="Takut" isCodable="true"/><Code guid="${guid(51)}" name="Harap" isCodable="true"/></Codes></CodeBook>
<Sources><PDFSource guid="${guid(8)}" name="x.pdf"/><TextSource guid="${guid(7)}" name="Sesi 1" plainTextPath="${path}">${selections.join('')}</TextSource></Sources>
<Notes><Note guid="${guid(60)}"><PlainTextContent>catatan
dua baris</PlainTextContent></Note></Notes>
</Project>`;
}

const talk =
  'Verbatim\nKonselor: Halo 😀, apa kabar?\nKonseli: Saya 😔 takut sekali,\nBu, tapi berharap. #bukan\nKonselor: Ya.\n';

function archive(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}

const megabyte = 1024 * 1024;

/** An archive that says of each of its files that it has this many bytes once it is unpacked. */
function declaring(zip: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  const header = Buffer.from([0x50, 0x4b, 1, 2]);
  for (let at = bytes.indexOf(header); at >= 0; at = bytes.indexOf(header, at + 1))
    bytes.writeUInt32LE(size, at + 24);
  return bytes;
}

/** An archive whose files are all said to lie where its last one does. */
function sharing(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  const header = Buffer.from([0x50, 0x4b, 1, 2]);
  const last = bytes.readUInt32LE(bytes.lastIndexOf(header) + 42);
  for (let at = bytes.indexOf(header); at >= 0; at = bytes.indexOf(header, at + 1))
    bytes.writeUInt32LE(last, at + 42);
  return bytes;
}

function importedFrom(files: Readonly<Record<string, string | Uint8Array>>, ...options: readonly string[]) {
  const folder = folderWith({ 'in/it.qdpx': archive(files) });
  const result = run(folder, 'import', 'in/it.qdpx', ...options);
  const notes = result.output.split('\n').filter(path => path.endsWith('.md'));
  return { folder, ...result, texts: notes.map(path => readFileSync(join(folder, path), 'utf8')) };
}

/** What stands below the front matter, without what is kept for the way back. */
const body = (text: string): string =>
  text.slice(text.indexOf('\n---\n') + 5).replace(/\n<!-- session-notes codings[^>]*-->\n/, '');

describe('importing the coded texts of a project', () => {
  after(removeFolders);

  it('writes a transcript for each rater, with codes on turns and passages, split where they overlap', () => {
    const { exitCode, output, errors, texts } = importedFrom({
      'project.qde': project(talk, [
        { passage: 'Ya.', code: 51 },
        { passage: '😔 takut', code: 50, note: 60 },
        { passage: 'takut sekali,\nBu', code: 51 },
        { passage: 'Halo 😀, apa kabar?', code: 50, user: 2 },
        { passage: 'Verbatim', code: 50 },
      ]),
      [`sources/${guid(9)}.txt`]: talk,
    });
    assert.equal(exitCode, 0);
    assert.equal(
      output,
      '.session-notes/protocols/four-stage.yaml\nSesi 1 RA.session.md\nSesi 1 JT.session.md\n',
    );
    assert.match(errors, /Sources without a plain text were left out: 1, with codings: 0\./);
    assert.match(errors, /Codings that have no place in what is said .* left out: 1\./);
    const [first = '', second = ''] = texts;
    assert.equal(
      body(first),
      `
Verbatim

**Counselor:** Halo 😀, apa kabar?

**Client:** Saya {==😔 ==}{>>#takut ^s1 catatan dua baris<<}{==takut==}{>>#takut #harap ^s1<<}{== sekali,
Bu==}{>>#harap ^s1<<}, tapi berharap. \\#bukan

**Counselor:** Ya. #harap
`,
    );
    assert.match(first, /\ncoder: RA\n/);
    assert.match(second, /\ncoder: JT\n[\s\S]*Halo 😀, apa kabar\? #takut\n/);
    const ids = texts.map(text => readBack(text).id);
    assert.equal(ids[0], ids[1]);
  });

  const crlf = talk.replaceAll('\n', '\r\n');
  const shapes: readonly (readonly [string, Parameters<typeof importedFrom>[0]])[] = [
    [
      'a capital folder and a project file of another name',
      {
        'Trial.qde': project(talk, [{ passage: 'takut', code: 50 }]),
        [`Sources/${guid(9).toUpperCase()}.TXT`]: talk,
      },
    ],
    [
      'a path without internal://',
      {
        'project.qde': project(talk, [{ passage: 'takut', code: 50 }], { path: `${guid(9)}.txt` }),
        [`sources/${guid(9)}.txt`]: talk,
      },
    ],
    [
      'NVivo, which counts UTF-16 over CRLF without the byte order mark',
      {
        'project.qde': project(crlf, [{ passage: 'takut', code: 50 }], {
          origin: 'NVivo 12',
          count: before => before.length,
        }),
        [`sources/${guid(9)}.txt`]: `\ufeff${crlf}`,
      },
    ],
    [
      'NVivo, whose selections have no telling names',
      {
        'project.qde': project(crlf, [{ passage: 'takut', code: 50 }], {
          origin: 'NVivo 12',
          count: before => before.length,
          named: false,
        }),
        [`sources/${guid(9)}.txt`]: crlf,
      },
    ],
    [
      'ATLAS.ti, for which CRLF is one',
      {
        'project.qde': project(crlf, [{ passage: 'takut', code: 50 }], {
          origin: 'ATLAS.ti 26',
          count: before => [...before.replaceAll('\r\n', '\n')].length,
          named: false,
        }),
        [`sources/${guid(9)}.txt`]: crlf,
      },
    ],
    [
      'code points over CRLF',
      {
        'project.qde': project(crlf, [{ passage: 'takut', code: 50 }], { named: false }),
        [`sources/${guid(9)}.txt`]: crlf,
      },
    ],
  ];
  for (const [what, files] of shapes) {
    it(`finds the passage in a project with ${what}`, () => {
      const { texts, errors } = importedFrom(files);
      assert.match(texts[0] ?? '', /Saya 😔 \{==takut==\}\{>>#takut<<\} sekali,\nBu/, errors);
    });
  }

  it('gives back what was exported: codes, passages, memos and stages of each rater', () => {
    const folder = folderWith(
      Object.fromEntries(
        ['RA', 'JT'].map(rater => {
          const name = `coded/T-1.${rater}.md`;
          return [name, readFileSync(join(fixtures, name))];
        }),
      ),
    );
    run(folder, 'export', 'coded', '--to', 'qdpx', '--out', 'it.qdpx');
    const args = [
      '--out',
      'back',
      '--speaker',
      'Ibu Sari=counselor',
      '--speaker',
      'T-1=client',
      '--keep-names',
    ];
    const { exitCode, output, errors } = run(folder, 'import', 'it.qdpx', ...args);
    assert.deepEqual([exitCode, errors.match(/left out/)], [0, null]);
    const [jt = '', ra = ''] = output
      .split('\n')
      .filter(path => path.endsWith('.md'))
      .sort()
      .map(path => readFileSync(join(folder, path), 'utf8'));
    for (const [text, rater] of [
      [jt, 'JT'],
      [ra, 'RA'],
    ] as const) {
      const before = readBack(
        readFileSync(join(fixtures, `coded/T-1.${rater}.md`), 'utf8').replace('\ufeff', ''),
      );
      const after = readBack(text);
      // A passage that is the whole turn, without a memo, comes back as a code of the turn: the format has one form.
      const coded = ({ turns }: typeof before) =>
        turns.map(({ words, stage, codes, spans, role, start, end }) => {
          const isAll = (span: (typeof spans)[number]) =>
            span.memo === undefined && span.words.start === 0 && span.words.end === words.length;
          const whole = [...codes, ...spans.filter(isAll).flatMap(span => span.codes)];
          return [
            [words.replace(/ +/g, ' '), stage, role, start, end],
            whole.map(({ code }) => code).sort(),
            spans
              .filter(span => !isAll(span))
              .map(span => [
                span.codes.map(({ code }) => code),
                span.memo,
                words.slice(span.words.start, span.words.end),
              ]),
          ];
        });
      assert.deepEqual(coded(after), coded(before), rater);
      assert.deepEqual([after.rater, after.id], [rater, 'T-1']);
    }
  });

  it('gives codings, passages, sources and users the GUIDs that they had, as often as it goes to and fro', () => {
    const folder = folderWith(
      Object.fromEntries(
        ['RA', 'JT'].map(rater => {
          const name = `coded/T-1.${rater}.md`;
          return [name, readFileSync(join(fixtures, name))];
        }),
      ),
    );
    run(folder, 'export', 'coded', '--to', 'qdpx', '--out', 'it.qdpx');
    const files = unzipSync(readFileSync(join(folder, 'it.qdpx')));
    let qde = strFromU8(files['project.qde'] ?? new Uint8Array());
    const idsIn = (root: XmlElement, name: string) =>
      all(root, name).map(({ attributes }) => attributes['guid'] ?? '');
    const own = parseXml(qde).root;
    assert.ok(own);
    // Another program gives GUIDs of its own.
    for (const id of ['User', 'TextSource', 'Coding', 'PlainTextSelection'].flatMap(name => idsIn(own, name)))
      qde = qde.replaceAll(id, `0000${id.slice(4)}`);
    const source = Object.entries(files).find(([name]) => name.startsWith('sources/'));
    const before = parseXml(qde).root;
    assert.ok(before && source);
    const other = zipSync({
      'project.qde': strToU8(qde),
      [source[0].replace(/sources\/..../, 'sources/0000')]: source[1],
    });
    const again = folderWith({ 'it.qdpx': other });
    run(again, 'import', 'it.qdpx', '--out', 'back');
    run(again, 'export', 'back', '--to', 'qdpx', '--out', 'back.qdpx');
    const after = projectOf(readFileSync(join(again, 'back.qdpx')));
    for (const name of ['User', 'TextSource', 'Coding', 'PlainTextSelection'])
      assert.deepEqual(
        idsIn(before, name).filter(id => !idsIn(after, name).includes(id)),
        [],
        name,
      );
    // Roles are known by the cases that were made for them.
    for (const path of readdirSync(join(again, 'back')))
      assert.deepEqual(
        [
          ...new Set(readBack(readFileSync(join(again, 'back', path), 'utf8')).turns.map(({ role }) => role)),
        ].sort(),
        ['client', 'counselor'],
      );
  });

  it('writes headings in the language that its speakers are named in, whatever that of the terminal is', () => {
    const front = ['protocol: four-stage', 'kind: transcript', 'transcript: T-1', 'coder: AB', 'client: K-1'];
    const speakers = ['speakers:', '  Konselor: counselor', '  Konseli: client'];
    const turns = ['## Membangun hubungan', '', 'Konselor: Apa kabar?', '', 'Konseli: Baik. #openness', ''];
    const folder = folderWith({ 'a.md': ['---', ...front, ...speakers, '---', '', ...turns].join('\n') });
    sessionNotes(folder, ['export', '.', '--to', 'qdpx', '--out', 'p.qdpx']);
    const { output } = sessionNotes(folder, ['import', 'p.qdpx', '--out', 'back']);
    const text = readFileSync(join(folder, output.trim()), 'utf8');
    assert.match(text, /^language: id$/m);
    assert.match(text, /^## Membangun hubungan$/m);
  });

  it('keeps what another program says of a project, or counts it, and gives it back', async () => {
    const folder = folderWith({ 'full.qdpx': foreignProject() });
    const { exitCode, output, errors } = run(
      folder,
      'import',
      'full.qdpx',
      '--protocol',
      'study',
      '--keep-names',
    );
    assert.equal(exitCode, 0, errors);
    const transcripts = output.split('\n').filter(path => path.endsWith('.md'));
    assert.equal(transcripts.length, 3);
    assert.match(errors, /left out: 4\./);
    assert.match(
      errors,
      /cases 1, variables 1, links 0, users who coded nothing 1, passages without a code 1/,
    );
    run(folder, 'export', ...transcripts, '--to', 'qdpx', '--out', 'back.qdpx');
    const before = projectOf(foreignProject());
    const after = projectOf(readFileSync(join(folder, 'back.qdpx')));
    const codings = (root: XmlElement) =>
      all(root, 'Coding').map(coding => {
        const ref = coding.children.find(child => child instanceof XmlElement && child.name === 'CodeRef');
        assert.ok(ref instanceof XmlElement);
        return [coding.attributes['creatingUser'], ref.attributes['targetGUID']];
      });
    // The coding that has no place, those of what is none, and the one on a whole source, which is one of each turn.
    assert.deepEqual(
      new Set(codings(after).map(pair => JSON.stringify(pair))),
      new Set(
        codings(before)
          .filter(([, code]) => code !== guid(99))
          .map(pair => JSON.stringify(pair)),
      ),
    );
    const ids = (root: XmlElement, name: string) =>
      all(root, name)
        .map(({ attributes }) => attributes['guid'])
        .sort();
    assert.deepEqual(ids(after, 'User'), [guid(1), guid(2)]);
    assert.deepEqual(ids(after, 'TextSource'), [guid(10), guid(21)]);
    const written = readFileSync(join(folder, 'back.qdpx'));
    assert.deepEqual(
      await schemaFaults('project', Buffer.from(unzip(written).get('project.qde') ?? []).toString()),
      [],
    );
    // One on a whole source is one of each turn, of which the first is the one that it was.
    const kept = ids(after, 'Coding').filter(id => /^00000000-0000-4000-8000-0{9}/.test(id ?? ''));
    assert.deepEqual(kept, [guid(40), guid(45), guid(46)]);
    assert.ok(ids(after, 'PlainTextSelection').includes(guid(30)));
    const valuesIn = (root: XmlElement) =>
      all(root, 'VariableValue').map(value => {
        const [ref, text] = value.children.filter(child => child instanceof XmlElement);
        const variable = all(root, 'Variable').find(
          ({ attributes }) => attributes['guid'] === ref?.attributes['targetGUID'],
        );
        return [variable?.attributes['name'], text?.text];
      });
    assert.deepEqual(valuesIn(after), [
      ['Age', '34'],
      ['Client', 'a: b'],
    ]);
    assert.match(
      readFileSync(join(folder, transcripts[0] ?? ''), 'utf8'),
      /\nAge: "?34"?\nvariable Client: "a: b"\n/,
    );
    const said = after.text;
    for (const words of [
      'of a code',
      'of a coding',
      'of a passage',
      'without a code',
      'of a source',
      'rainy day',
    ])
      assert.ok(said.includes(words), words);
    const audio = readFileSync(join(folder, transcripts.at(-1) ?? ''), 'utf8');
    assert.match(audio, /\[0:00:05\] \*\*Client:\*\* \{==Fear again==\}\{>>#fear<<\}\./);
  });

  it('gives sources without a name, or with the name of another, ids of their own', () => {
    const source = (at: number, name: string) =>
      `<TextSource guid="${guid(at)}"${name}><PlainTextContent>Client: words ${at}.</PlainTextContent></TextSource>`;
    const sources = [source(10, ''), source(11, ''), source(12, ' name="A"'), source(13, ' name="A"')].join(
      '',
    );
    const qde = `<Project xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes><Code guid="c1" name="X"/></Codes></CodeBook><Sources>${sources}</Sources></Project>`;
    const folder = folderWith({ 'it.qdpx': zipSync({ 'project.qde': strToU8(qde) }) });
    const { output } = run(folder, 'import', 'it.qdpx', '--protocol', 'study');
    const transcripts = output.split('\n').filter(path => path.endsWith('.md'));
    const ids = transcripts.map(path => readBack(readFileSync(join(folder, path), 'utf8')).id);
    assert.equal(new Set(ids).size, 4);
    const exported = run(folder, 'export', ...transcripts, '--to', 'qdpx', '--out', 'back.qdpx');
    assert.equal(exported.exitCode, 0, exported.errors);
    // Nobody coded, so that there is no user.
    assert.equal(all(projectOf(readFileSync(join(folder, 'back.qdpx'))), 'User').length, 0);
  });

  it('reads the text of a PDF, and counts codings of the recording or the page itself', () => {
    const coding = (id: number, user: number) =>
      `<Coding guid="${guid(id)}" creatingUser="${guid(user)}"><CodeRef targetGUID="${guid(50)}"/></Coding>`;
    const text = (name: string, inner = '') =>
      `<${name} guid="${randomUUID()}" name="${name}"><PlainTextContent>RA: Halo.\nK: Takut.</PlainTextContent>${inner}</${name}>`;
    const passage = `<PlainTextSelection guid="${guid(31)}" startPosition="13" endPosition="18">${coding(41, 1)}</PlainTextSelection>`;
    const qde = `<Project xmlns="urn:QDA-XML:project:1.0">
<Users>${[1, 2, 3].map(id => `<User guid="${guid(id)}" name="U${id}"/>`).join('')}</Users>
<CodeBook><Codes><Code guid="${guid(50)}" name="Fear"/></Codes></CodeBook><Sources>
<PDFSource guid="${guid(10)}" name="p.pdf">${text('Representation', passage)}<PDFSelection guid="${guid(32)}" page="0">${coding(42, 1)}</PDFSelection></PDFSource>
<VideoSource guid="${guid(11)}" name="v.mp4">${text('Transcript')}<VideoSelection guid="${guid(33)}" begin="1" end="9">${coding(43, 2)}</VideoSelection>${coding(44, 1)}</VideoSource>
</Sources></Project>`;
    const { texts, errors } = importedFrom({ 'project.qde': qde });
    assert.match(errors, /no place in what is said .*: 2\.\n/);
    assert.match(errors, /users who coded nothing 1,/);
    assert.equal(body(texts[0] ?? '').includes('{==Takut==}{>>#fear<<}.'), true);
    assert.match(texts[1] ?? '', /^coder: U1$/m);
  });

  it('makes a turn of each line where nobody is named, so that codes have a place', () => {
    const plain = 'Catatan lapangan tentang takut.\n\nBaris kedua.\n';
    const { texts } = importedFrom({
      'project.qde': project(plain, [{ passage: 'takut', code: 50 }]),
      [`sources/${guid(9)}.txt`]: plain,
    });
    assert.equal(
      body(texts[0] ?? ''),
      '\n**Speaker 1:** Catatan lapangan tentang {==takut==}{>>#takut<<}.\n\n**Speaker 1:** Baris kedua.\n',
    );
  });
});

describe('an archive from outside', () => {
  after(removeFolders);

  for (const [what, files, reason] of [
    ['is no archive', new Uint8Array([1, 2, 3]), /not a ZIP archive/],
    ['holds no project', archive({ 'readme.txt': 'x' }), /no REFI-QDA project/],
    [
      'holds a project that is too large',
      declaring(archive({ 'project.qde': 'x' }), 65 * megabyte),
      /larger than 64 MB/,
    ],
    [
      'holds texts that are too large together',
      declaring(
        archive({
          'project.qde': 'x',
          ...Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`sources/${at}.txt`, 'x'])),
        }),
        19 * megabyte,
      ),
      /larger than 200 MB/,
    ],
    [
      'has files that share their bytes',
      sharing(archive({ 'project.qde': 'x', 'sources/a.txt': 'x', 'sources/b.txt': 'x' })),
      /not a ZIP archive, or it is damaged/,
    ],
    [
      'has a file that is longer than it says',
      declaring(archive({ 'project.qde': `<Project name="${'x'.repeat(5000)}"/>` }), 1000),
      /not a ZIP archive, or it is damaged/,
    ],
    [
      'has a file that says to be much longer than it is packed',
      declaring(archive({ 'project.qde': 'x' }), 2 * megabyte),
      /not a ZIP archive, or it is damaged/,
    ],
    [
      'has entities in its project',
      archive({ 'project.qde': '<!DOCTYPE a [<!ENTITY x "lol">]>\n<Project name="&x;"/>' }),
      /:2: .*XML is not valid/,
    ],
    ['holds a project without texts', archive({ 'project.qde': '<Project name="p"/>' }), /has no plain text/],
  ] as const) {
    it(`that ${what} is refused with a reason, and nothing is written`, () => {
      const folder = folderWith({ 'it.qdpx': files });
      const { exitCode, output, errors } = run(folder, 'import', 'it.qdpx');
      assert.deepEqual([exitCode, output], [1, '']);
      assert.match(errors, reason);
      assert.deepEqual(readdirSync(folder), ['it.qdpx']);
    });
  }

  it('cannot place a file outside the folder, or read one, whatever paths and names it has', () => {
    const evil = '../../evil';
    const text = project(talk, [{ passage: 'takut', code: 50, user: 2 }], { path: `internal://${evil}.txt` })
      .replace('name="Sesi 1"', `name="${evil}"`)
      .replace('name="JT"', 'name="../../JT"')
      .replace('name="Takut"', 'name="../../Takut"');
    const files = {
      'project.qde': text.replace(`internal://${evil}.txt`, `internal://${guid(9)}.txt`),
      [`sources/${guid(9)}.txt`]: talk,
      [`../../evil.txt`]: 'x',
      '/tmp/evil.txt': 'x',
      'sources/../../../evil.txt': 'x',
    };
    const { folder, output, exitCode } = importedFrom(files);
    assert.equal(exitCode, 0);
    for (const path of output.trim().split('\n')) assert.doesNotMatch(path, /\.\.\/|^\//);
    const around = readdirSync(dirname(folder)).filter(name => /evil|Takut/.test(name));
    assert.deepEqual(around, []);
    const outside = importedFrom({ 'project.qde': text, '../../evil.txt': talk });
    assert.deepEqual([outside.exitCode, outside.texts], [1, []]);
  });
});

function projectOf(bytes: Uint8Array): XmlElement {
  const { root } = parseXml(strFromU8(unzipSync(bytes)['project.qde'] ?? new Uint8Array()));
  assert.ok(root);
  return root;
}

/** A project as another program writes one, with all that may be said in it. */
function foreignProject(): Uint8Array {
  const text =
    'Therapist: How was the week?\nClient: I was afraid, very afraid of it.\nTherapist: You trusted me.';
  const at = (words: string) =>
    `startPosition="${text.indexOf(words)}" endPosition="${text.indexOf(words) + words.length}"`;
  const coding = (id: number, code: number | string, user: number, inner = '') =>
    `<Coding guid="${guid(id)}" creatingUser="${guid(user)}"><CodeRef targetGUID="${typeof code === 'number' ? guid(code) : code}"/>${inner}</Coding>`;
  const note = (id: number) => `<NoteRef targetGUID="${guid(id)}"/>`;
  const selection = (id: number, places: string, inner: string, user = 1) =>
    `<PlainTextSelection guid="${guid(id)}" ${places} creatingUser="${guid(user)}">${inner}</PlainTextSelection>`;
  const notes = ['of a code', 'of a coding', 'of a passage', 'without a code', 'of a source'];
  const qde = `<Project xmlns="urn:QDA-XML:project:1.0" origin="Other">
<Users>${[1, 2, 3].map(id => `<User guid="${guid(id)}" name="U${id}"/>`).join('')}</Users>
<CodeBook><Codes><Code guid="${guid(50)}" name="Trust">${note(60)}</Code><Code guid="${guid(51)}" name="Fear"/></Codes></CodeBook>
<Variables>${['Age', 'Client', 'Unused'].map((name, at) => `<Variable guid="${guid(73 + at)}" name="${name}" typeOfVariable="Text"/>`).join('')}</Variables>
<Cases><Case guid="${guid(71)}" name="K-1"><VariableValue><VariableRef targetGUID="${guid(73)}"/><IntegerValue>34</IntegerValue></VariableValue><SourceRef targetGUID="${guid(10)}"/></Case></Cases>
<Sources><TextSource guid="${guid(10)}" name="s1"><Description>A rainy day</Description><PlainTextContent>${text}</PlainTextContent>
${selection(30, at('I was afraid'), coding(40, 51, 1, note(61)) + note(62))}
${selection(31, at('very afraid'), note(63), 2)}
${selection(32, at('the week'), '')}
${selection(33, 'startPosition="9" endPosition="4"', coding(41, 99, 1))}
${selection(34, 'startPosition="4" endPosition="4"', coding(42, 99, 1))}
${selection(35, 'startPosition="4" endPosition="4000"', coding(43, 99, 1))}
${selection(36, at('trusted'), coding(44, 99, 1))}
${coding(45, 50, 2)}${note(64)}<VariableValue><VariableRef targetGUID="${guid(74)}"/><TextValue>a: b</TextValue></VariableValue></TextSource>
<AudioSource guid="${guid(20)}" name="a1"><Transcript guid="${guid(21)}"><PlainTextContent>Therapist: Second.\nClient: Fear again.</PlainTextContent>
<SyncPoint guid="${guid(80)}" timeStamp="0" position="0"/><SyncPoint guid="${guid(81)}" timeStamp="5000" position="27"/><SyncPoint guid="${guid(82)}" timeStamp="9000" position="37"/>
<TranscriptSelection guid="${guid(83)}" fromSyncPoint="${guid(81)}" toSyncPoint="${guid(82)}">${coding(46, 51, 1)}</TranscriptSelection></Transcript></AudioSource></Sources>
<Notes>${notes.map((words, index) => `<Note guid="${guid(60 + index)}"><PlainTextContent>memo ${words}</PlainTextContent></Note>`).join('')}</Notes></Project>`;
  return zipSync({ 'project.qde': strToU8(qde) });
}
