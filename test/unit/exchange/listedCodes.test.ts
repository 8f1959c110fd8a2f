import assert from 'node:assert/strict';
import { readListedCodes } from '../../../src/core/exchange/importers/codebookTable';
import { runToEnd } from '../../../src/core/steps';
import { folderWith, removeFolders, sessionNotes } from '../cli/commandRun';

/** Name, color, description and the parent's name of each code; else why there are none. */
function codesIn(name: string, text: string): unknown {
  const read = runToEnd(readListedCodes(name, new TextEncoder().encode(text)));
  if (read === undefined || 'reason' in read) return read?.reason.key;
  const names = new Map(read.codes.map(code => [code.guid, code.name]));
  return read.codes.map(({ name, color, description, parent }) =>
    [name, description, color, names.get(parent ?? '')].map(part => part ?? ''),
  );
}

const tree = [
  ['Emosi', 'Perasaan, yang disebut', '#FF0000', ''],
  ['Takut', 'Takut gagal', '', 'Emosi'],
  ['Marah', '', '', 'Emosi'],
];

describe('codes in a table', () => {
  after(removeFolders);

  it('are read by the titles, their parents by name or by id, and those first', () => {
    for (const text of [
      'Kode,Definisi,Warna,Induk\nEmosi,"Perasaan, yang disebut",#F00,\nTakut,Takut gagal,,Emosi\nMarah,,,Emosi\n',
      'Warna;Kode induk;Nama kode;Keterangan\nff0000;;Emosi;Perasaan, yang disebut\n;Emosi;Takut;Takut gagal\n;Emosi;Marah;\n',
      'Id\tParent Id\tTitle\tDescription\tColor\n1\t\tEmosi\tPerasaan, yang disebut\t#ff0000\n2\t1\tTakut\tTakut gagal\t\n3\t1\tMarah\t\t\n',
    ])
      assert.deepEqual(
        codesIn('a.csv', text.replace('#F00', '#FF0000')),
        tree.map(([name, means, color, parent]) => [
          name,
          means,
          text.startsWith('Kode') ? color : color?.toLowerCase(),
          parent,
        ]),
      );
    assert.deepEqual(codesIn('a.csv', 'Tema,Kode,Definisi\nEmosi,Takut,Takut gagal\n'), [
      ['Emosi', '', '', ''],
      ['Takut', 'Takut gagal', '', 'Emosi'],
    ]);
    assert.deepEqual(codesIn('a.csv', 'Kode,Definisi,Induk\nA,a,B\nB,b,A\n'), [
      ['B', 'b', '', ''],
      ['A', 'a', '', 'B'],
    ]);
  });

  it('stand below one another however many they are', () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `c${at},means,c${at + 1}\n`);
    const codes = codesIn('a.csv', `Code,Definition,Parent\n${rows.join('')}`) as readonly unknown[][];
    assert.equal(codes.length, rows.length + 1);
    assert.deepEqual(codes.slice(0, 2), [
      ['c20000', '', '', ''],
      ['c19999', 'means', '', 'c20000'],
    ]);
  });

  it('are none of a table of passages, and read in whatever language each title is', () => {
    const passages =
      'ID,Document,Quotation Content,Codes,Comment\n1:1,Interview 1,"Saya sulit tidur",Sleep,\n';
    assert.equal(codesIn('a.csv', passages), 'import.no-code-columns');
    assert.deepEqual(codesIn('a.csv', 'Category,Kode,Definition\nEmosi,Takut,Takut gagal\n'), [
      ['Emosi', '', '', ''],
      ['Takut', 'Takut gagal', '', 'Emosi'],
    ]);
  });

  it('keep what stands in other columns with what they mean', () => {
    assert.deepEqual(
      codesIn('a.csv', 'tag,description,number of highlights,Example\nfear,Fear,4,I fear it\n'),
      [['fear', 'Fear\n\nnumber of highlights: 4\n\nExample: I fear it', '', '']],
    );
    assert.deepEqual(codesIn('a.csv', 'Color;Code;Memo\nRed;fear;Fear\n'), [
      ['fear', 'Fear\n\nColor: Red', '', ''],
    ]);
  });

  it('are none where the table may be of something else; what is needed is told where it may be of codes', () => {
    assert.equal(codesIn('a.csv', 'Penutur,Ujaran\nKonselor,Halo\n'), undefined);
    assert.equal(codesIn('a.csv', 'Name,Comment\nRina,Halo\nBima,Hai\nRina,Ya\n'), undefined);
    assert.equal(codesIn('a.csv', 'Penutur,Kode,Definisi\nRina,a,b\n'), 'import.no-code-columns');
    assert.equal(codesIn('a.csv', 'No,Kategori,Kode\n1,a,b\n'), 'import.no-code-columns');
    assert.equal(codesIn('codebook.txt', 'Emosi\nTakut\n'), 'import.no-code-columns');
    assert.equal(codesIn('a.txt', '- Konselor: Halo\n- Konseli: Hai\n'), undefined);
  });

  it('come into the note format, and once', () => {
    const files = {
      'kode.csv': 'Kode,Definisi\nTakut,Takut gagal\n,tanpa nama\n',
      'x.csv': 'Kode,Oleh\na,b\n',
    };
    const folder = folderWith(files);
    const run = (file: string) =>
      sessionNotes(folder, ['import', file, '--protocol', 'own', '--language', 'en']);
    const left = 'kode.csv: Codes without a name, or with the id of another code, were left out: 1.\n';
    assert.equal(run('kode.csv').errors, `kode.csv: Codes added: 1.\n${left}`);
    assert.equal(run('kode.csv').errors, `kode.csv: Codes that the codebook has already: 1.\n${left}`);
    const refused = run('x.csv');
    assert.equal(refused.exitCode, 1);
    assert.match(
      refused.errors,
      /columns[^\n]*\nx\.csv:1: If these are codes, call the columns Code and Definition/,
    );
  });
});

describe('codes in a list of a text that is called a codebook', () => {
  it('are its items, one below another where it is indented', () => {
    const list = '- Emosi: Perasaan, yang disebut\n  - **Takut** – Takut gagal\n  - Marah\n';
    const listed = tree.map(([name, means, , parent]) => [name, means, '', parent]);
    assert.deepEqual(codesIn('codebook.md', list), listed);
    assert.deepEqual(codesIn('a.md', `# Buku kode\n\n${list}`), listed);
    assert.deepEqual(codesIn('kode.md', '| Kode | Definisi |\n|---|---|\n| Takut | gagal |\n'), [
      ['Takut', 'gagal', '', ''],
    ]);
  });

  it('are none where other words stand among them, or a name comes again', () => {
    assert.equal(codesIn('codebook.md', '- Takut: gagal\nIni catatan.\n'), 'import.no-code-columns');
    assert.equal(
      codesIn('codebook.md', '- Konselor: a\n- Konseli: b\n- Konselor: c\n'),
      'import.no-code-columns',
    );
  });
});
