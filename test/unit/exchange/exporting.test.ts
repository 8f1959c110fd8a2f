import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseXml } from '@rgrove/parse-xml';
import { folderWith, removeFolders, sessionNotes } from '../cli/commandRun';
import { all, attribute, openProject, unzip } from './projectReader';
import { schemaFaults } from './refiSchemas';

const coded = 'test/fixtures/transcripts/coded';

function workspace(more: Readonly<Record<string, string>> = {}): string {
  const files = readdirSync(coded).map(name => [`coded/${name}`, readFileSync(join(coded, name))] as const);
  return folderWith({ ...Object.fromEntries(files), ...more });
}

function exported(folder: string, format: string, ...options: readonly string[]): Uint8Array {
  const args = [
    'export',
    'coded',
    '--to',
    format,
    '--out',
    `out/it.${format}`,
    '--language',
    'en',
    ...options,
  ];
  const { exitCode, output, errors } = sessionNotes(folder, args);
  assert.deepEqual([exitCode, output, errors], [0, `out/it.${format}\n`, '']);
  return readFileSync(join(folder, `out/it.${format}`));
}

/** What the raters coded, as one reads it in the editor; the blanks are those of the first version. */
const passages: readonly (readonly [user: string, code: string, passage: string])[] = [
  ['JT', 'Building the relationship', ''],
  ['JT', 'Openness', 'Dua\nbaris'],
  ['JT', 'Openness', 'saya pulang'],
  ['JT', 'Repetition', 'Tanpa   kode.'],
  ['JT', 'Trust', 'Kafé́ 😔 sepi, {==bukan kode==} #bukan-kode\nlalu  saya pulang.'],
  ['JT', 'Trust', 'pulang'],
  ['JT', 'Verbal communication', 'Halo 😀👩‍👩‍👧 — apa kabar?'],
  ['JT', 'affect', 'fé́ 😔 sepi'],
  ['RA', 'Building the relationship', ''],
  ['RA', 'Empathy', 'Halo 😀👩‍👩‍👧 — apa kabar?'],
  ['RA', 'Identifying and exploring the problem', ''],
  ['RA', 'Openness', 'Dua\nbaris'],
  ['RA', 'Openness', 'saya pulang'],
  ['RA', 'Trust', 'Kafé́ 😔 sepi, {==bukan kode==} #bukan-kode\nlalu  saya pulang.'],
  ['RA', 'Trust', 'pulang'],
  ['RA', 'Verbal communication', 'Halo 😀👩‍👩‍👧 — apa kabar?'],
  ['RA', 'affect', 'fé́ 😔 sepi'],
];

const stages = new Set(['Building the relationship', 'Identifying and exploring the problem']);
const sorted = (rows: readonly (readonly string[])[]) => rows.map(row => row.join('|')).sort();

describe('a project exported for other programs', () => {
  after(removeFolders);

  for (const [unit, slice] of [
    ['codepoint', undefined],
    ['utf16', (text: string, start: number, end: number) => text.slice(start, end)],
  ] as const) {
    it(`opens in an independent reader with each coded passage in its place, counted in ${unit}s`, () => {
      const { codings, texts, users } = openProject(exported(workspace(), 'qdpx', '--offsets', unit), slice);
      assert.deepEqual([...texts.keys()], ['T-1']);
      assert.deepEqual([...users].sort(), ['JT', 'RA']);
      const read = codings.map(({ user, code, passage }) => [user, code, stages.has(code) ? '' : passage]);
      assert.deepEqual(sorted(read), sorted(passages));
      const memos = codings.filter(({ memo }) => memo !== undefined);
      assert.deepEqual(
        memos.map(({ user, code, memo }) => [user, code, memo]),
        [['RA', 'affect', 'dekat emoji & <tanda>']],
      );
    });
  }

  it('codes the stretch of turns in a stage, each rater by the own headings', () => {
    const { codings, texts } = openProject(exported(workspace(), 'qdpx'));
    const text = texts.get('T-1') ?? '';
    const stretches = codings
      .filter(({ code }) => stages.has(code))
      .map(({ user, passage }) => [user, passage]);
    const cut = text.indexOf('Ibu Sari: =1+1');
    assert.deepEqual(
      sorted(stretches),
      sorted([
        ['JT', text.trimEnd()],
        ['RA', text.slice(0, cut).trimEnd()],
        ['RA', text.slice(cut).trimEnd()],
      ]),
    );
  });

  it('has one lower-case folder with plain texts without byte order mark or CR, and one project.qde', () => {
    const { files } = openProject(exported(workspace(), 'qdpx'));
    const names = [...files.keys()];
    assert.equal(names.length, 2);
    assert.ok(names.includes('project.qde'));
    assert.ok(names.some(name => /^sources\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.txt$/.test(name)));
    for (const bytes of files.values()) assert.ok(!bytes.includes(13) && bytes[0] !== 0xef);
  });

  it('is sound where the schema does not look: references, dates, users, unique names, no paths', () => {
    const { root } = openProject(
      exported(
        workspace({
          'coded/other/T-1.md': '---\nprotocol: four-stage\nkind: transcript\n---\nKonselor: Hai #empathy\n',
          'coded/T-1.md': '---\nprotocol: four-stage\nkind: transcript\n---\nKonselor: Hai #empathy\n',
        }),
        'qdpx',
      ),
    );
    const guids = ['User', 'Code', 'TextSource', 'PlainTextSelection', 'Coding', 'Case', 'Note'].flatMap(
      name => all(root, name).map(element => attribute(element, 'guid')),
    );
    assert.equal(new Set(guids).size, guids.length);
    for (const element of [
      ...all(root, 'CodeRef'),
      ...all(root, 'NoteRef'),
      ...all(root, 'SourceRef'),
      ...all(root, 'SelectionRef'),
    ])
      assert.ok(guids.includes(attribute(element, 'targetGUID')));
    for (const element of [
      ...all(root, 'TextSource'),
      ...all(root, 'PlainTextSelection'),
      ...all(root, 'Coding'),
      ...all(root, 'Note'),
    ]) {
      assert.match(attribute(element, 'creationDateTime'), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      assert.ok(guids.includes(attribute(element, 'creatingUser')));
    }
    for (const name of ['Code', 'TextSource', 'Case', 'User']) {
      const names = all(root, name).map(element => attribute(element, 'name').toLowerCase());
      assert.equal(new Set(names).size, names.length, names.join());
    }
    const order = root.children.flatMap(child => ('name' in child ? [child.name] : []));
    assert.deepEqual(order, ['Users', 'CodeBook', 'Cases', 'Sources', 'Notes']);
    assert.doesNotMatch(JSON.stringify(root.toJSON()), /basePath|currentPath|\/tmp/);
  });

  it('has the same ids each time, so that versions can be matched', () => {
    const ids = () =>
      [
        ...Buffer.from(unzip(exported(workspace(), 'qdpx')).get('project.qde') ?? [])
          .toString()
          .matchAll(/guid="([^"]+)"/g),
      ].map(match => match[1]);
    assert.deepEqual(ids(), ids());
  });

  it('leaves process notes out', () => {
    for (const format of ['qdpx', 'csv', 'jsonl'])
      assert.doesNotMatch(
        format === 'qdpx'
          ? [...unzip(exported(workspace(), format)).values()]
              .map(bytes => Buffer.from(bytes).toString())
              .join()
          : Buffer.from(exported(workspace(), format)).toString(),
        /Rahasia|ragu/,
      );
  });

  it("is valid by the standard's schemas", async () => {
    const folder = workspace();
    const project = unzip(exported(folder, 'qdpx')).get('project.qde') ?? new Uint8Array();
    assert.deepEqual(await schemaFaults('project', Buffer.from(project).toString()), []);
    const codebook = Buffer.from(exported(folder, 'qdc')).toString();
    assert.deepEqual(await schemaFaults('codebook', codebook), []);
  });
});

describe('a codebook exported for other programs', () => {
  after(removeFolders);

  it('has the techniques and codes of the protocol below their parents, with colours and definitions', () => {
    const folder = folderWith({
      '.session-notes/protocols/own.yaml': `id: own
title: { en: Own }
stages:
  - id: first
    title: { en: First }
    techniques:
      - { id: ask, title: { en: Ask, id: Bertanya } }
codes:
  - { id: affect, title: { en: Affect & <more> }, codable: false, color: "#AA00bb" }
  - id: fear
    title: { en: Fear, id: Takut }
    parent: affect
    label: F+
    definition: { en: "Says that\\nhe fears.", id: Mengaku takut. }
    include: { en: Panic }
    exclude: { en: Worry }
    examples: { en: [I tremble., I ran.] }
  - { id: ask-again, title: { en: Ask } }
codeSets:
  - { id: feelings, title: { en: Feelings }, codes: [affect, fear] }
`,
    });
    const args = ['export', '--to', 'qdc', '--protocol', 'own', '--language', 'en'];
    const { output, exitCode } = sessionNotes(folder, args);
    assert.equal(exitCode, 0);
    const root = parseXml(output).root;
    assert.ok(root);
    assert.deepEqual(
      all(root, 'Code').map(({ attributes, children, text }) => [
        attributes['name'],
        attributes['isCodable'],
        attributes['color'],
        children.length,
        text,
      ]),
      [
        ['Ask', 'true', undefined, 0, ''],
        [
          'Affect & <more>',
          'false',
          '#AA00bb',
          1,
          'Says that\nhe fears.\n\nSymbol: F+\n\nInclude: Panic\n\nExclude: Worry\n\nExample: I tremble.\n\nExample: I ran.',
        ],
        [
          'Fear',
          'true',
          undefined,
          1,
          'Says that\nhe fears.\n\nSymbol: F+\n\nInclude: Panic\n\nExclude: Worry\n\nExample: I tremble.\n\nExample: I ran.',
        ],
        ['Ask (ask-again)', 'true', undefined, 0, ''],
      ],
    );
    assert.deepEqual(
      all(root, 'MemberCode').map(member => attribute(member, 'guid')),
      [attribute(all(root, 'Code')[1], 'guid'), attribute(all(root, 'Code')[2], 'guid')],
    );
  });
});

describe('tables of turns and codes', () => {
  after(removeFolders);

  it('have a row for each turn and code, turns without codes too, words unchanged', () => {
    const folder = workspace();
    const rows = Buffer.from(exported(folder, 'jsonl'))
      .toString()
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    assert.deepEqual(Object.keys(rows[0]), [
      ...['transcript', 'file', 'turn', 'start', 'end', 'speaker', 'role', 'stage', 'code', 'rater', 'text'],
      ...['passage', 'memo', 'client', 'session', 'date', 'protocol', 'codebookVersion'],
    ]);
    const ofRa = rows.filter(({ rater }) => rater === 'RA').map(row => [row.turn, row.code, row.passage]);
    assert.deepEqual(ofRa, [
      [1, 'verbal-communication', null],
      [1, 'empathy', null],
      [2, 'trust', null],
      [2, 'affect', 'fé́ 😔 sepi'],
      [2, 'openness', 'saya pulang'],
      [2, 'trust', 'pulang'],
      [3, null, null],
      [4, 'openness', 'Dua\nbaris'],
      [5, null, null],
    ]);
    assert.deepEqual(
      [rows[0].start, rows[0].end, rows[0].file, rows[0].role, rows[0].stage],
      [1000, 4500, 'coded/T-1.JT.md', 'counselor', 'relationship'],
    );
    const csv = Buffer.from(exported(folder, 'csv')).toString();
    assert.ok(csv.includes('"=1+1, ""kutip""; titik koma"'));
    assert.ok(
      csv.startsWith(
        'transcript,file,turn,start,end,speaker,role,stage,code,rater,text,passage,memo,client,session,date,protocol,codebookVersion\r\n',
      ),
    );
    assert.equal(csv.trim().split('\r\n').length, rows.length + 1);
  });

  it('say whose session they are of, have the variables of the front matter, and can be turn by turn with a column for each code', () => {
    const note = `---
protocol: four-stage
kind: transcript
transcript: a
client: K-9
session: 3
date: 2026-01-02
arm: control
speakers: { RA: counselor, K-9: client }
---
RA: satu #empathy

K-9: {==dua==}{>>tanpa kode<<} #openness #trust

RA: tiga
`;
    const folder = folderWith({ 'a.md': note });
    const run = (...args: readonly string[]) =>
      sessionNotes(folder, ['export', 'a.md', '--to', ...args]).output;
    const [first, second, ...rest] = run('jsonl')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    assert.deepEqual(
      [first.client, first.session, first.date, first.protocol, first['variable:arm'], first.role],
      ['K-9', 3, '2026-01-02', 'four-stage', 'control', 'counselor'],
    );
    assert.deepEqual([second.code, second.memo], ['openness', null]);
    assert.deepEqual([rest[1].code, rest[1].passage, rest[1].memo], [null, 'dua', 'tanpa kode']);
    const wide = run('jsonl', '--wide')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    assert.deepEqual(
      wide.map(row => [
        row.turn,
        row['code:empathy'],
        row['code:openness'],
        row['code:trust'],
        'code' in row,
      ]),
      [
        [1, 1, 0, 0, false],
        [2, 0, 1, 1, false],
        [3, 0, 0, 0, false],
      ],
    );
    assert.match(run('csv', '--wide'), /variable:arm,code:empathy,code:openness,code:trust\r\n/);
  });

  it('are guarded, marked as UTF-8 and parted as Excel has it in the language, when they are for Excel', () => {
    const csv = Buffer.from(exported(workspace(), 'csv', '--for', 'excel', '--language', 'id')).toString();
    assert.ok(csv.startsWith('\ufefftranscript;file;'));
    assert.ok(csv.includes(`"'=1+1, ""kutip""; titik koma"`));
  });
});

describe('WebVTT', () => {
  after(removeFolders);

  it('holds all words of one transcript by voice, and codes nowhere', () => {
    const folder = workspace();
    const { output } = sessionNotes(folder, ['export', 'coded', '--to', 'vtt']);
    assert.equal(
      output,
      `WEBVTT

00:00:01.000 --> 00:00:04.500
<v Ibu Sari>Halo 😀👩‍👩‍👧 — apa kabar?</v>

00:00:05.000 --> 00:00:06.000
<v T-1>Kafé́ 😔 sepi, {==bukan kode==} #bukan-kode
lalu  saya pulang.</v>
<v Ibu Sari>=1+1, "kutip"; titik koma</v>
<v T-1>Dua
baris</v>
<v Ibu Sari>Tanpa   kode.</v>
`,
    );
  });

  it('needs times, and one transcript', () => {
    const note = (id: string) =>
      `---\nprotocol: four-stage\nkind: transcript\ntranscript: ${id}\n---\nKonselor: Hai\n`;
    const folder = folderWith({ 'a.md': note('a'), 'b.md': note('b') });
    for (const args of [['a.md'], ['a.md', 'b.md'], []]) {
      const { exitCode, output } = sessionNotes(folder, ['export', ...args, '--to', 'vtt']);
      assert.deepEqual([exitCode, output], [2, '']);
    }
  });
});

describe('session-notes export', () => {
  after(removeFolders);

  it('never overwrites, and says what it cannot do', () => {
    const folder = workspace({ 'out/it.csv': 'mine' });
    const cases = [
      ['coded', '--to', 'csv', '--out', 'out/it.csv'],
      ['coded', '--to', 'qdpx'],
      ['coded'],
      ['coded', '--to', 'pdf'],
      ['coded/process.md', '--to', 'csv'],
      ['--to', 'qdc', '--protocol', 'none'],
    ];
    for (const args of cases) {
      const { exitCode, output, errors } = sessionNotes(folder, ['export', ...args]);
      assert.deepEqual([exitCode, output, errors === ''], [2, '', false], args.join(' '));
    }
    assert.equal(readFileSync(join(folder, 'out/it.csv'), 'utf8'), 'mine');
  });

  it('refuses versions whose words differ, and tells codes in marks that nothing closes', () => {
    const text = readFileSync(join(coded, 'T-1.RA.md'), 'utf8');
    const other = text.replace('coder: RA', 'coder: SN');
    const differ = workspace({ 'coded/T-1.SN.md': other.replace('apa kabar', 'bagaimana') });
    assert.equal(sessionNotes(differ, ['export', 'coded', '--to', 'csv']).exitCode, 2);
    const open = folderWith({ 'a.md': text.replace('{==Dua\nbaris==}', 'Dua\nbaris==}') });
    assert.match(sessionNotes(open, ['export', 'a.md', '--to', 'csv']).errors, /a\.md.*: 2\./);
  });
});
